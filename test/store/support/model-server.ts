import type { FindBody } from '#domain/records-of-run.ts';
import { type Audience, audiencesOf, grantsOf, openedTo, projectionsOf } from '#domain/audiences.ts';
import type { Context } from '#domain/context.ts';
import { isMutationName, mutatorOf } from '#domain/mutators.ts';
import { type Body, type Kind, type Patch, type Row, rowKeyText } from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { bytesToEntry, type Entry } from '#protocol/entry.ts';
import type { Cursor } from '#protocol/fields.ts';
import { rowJson } from '#protocol/row-json.ts';
import { type AnswerBody, type Outcome, type PageStep, rowText } from '#protocol/sync-answer.ts';
import { contextOf, type Identity } from '#store/identity.ts';
import { keyTextToKey } from '#store/known-rows.ts';
import { sha256 } from '#store/sha256.ts';

import { BRANCH } from './test-store.ts';

type Shown = {
  readonly number: number;
  readonly writer: string | null;
  readonly mutation: number;
  readonly json: string | null;
};
type Feed = Map<string, Shown>;
type State = {
  rows: Map<string, Body>;
  feeds: Map<Audience, Feed>;
  number: number;
  logs: Map<string, Uint8Array[]>;
  outcomes: Map<string, Map<number, Outcome>>;
  epoch: number;
};

export type ModelRequest = {
  readonly identity: Identity;
  readonly epoch: string | null;
  readonly cursor: Cursor | null;
  readonly scope: string | null;
  readonly firstNumber: number;
  readonly entries: readonly Uint8Array[];
  readonly wantsOwnRows: boolean;
  readonly asked: readonly number[];
};
export type ModelAnswer = { readonly acknowledgement: Acknowledgement; readonly body: AnswerBody };

/**
 * The server as SPEC 7, 8 and 10 tell it, with a branch in memory and no signatures: what a phone's pages must come from.
 * `shouldDefer` makes it lay a mutation aside for now, as it does with names that it does not know yet.
 */
export class ModelServer {
  state: State = { rows: new Map(), feeds: new Map(), number: 0, logs: new Map(), outcomes: new Map(), epoch: 1 };
  readonly pageRows: number;
  readonly shouldDefer: (number: number) => boolean;

  constructor(pageRows: number, shouldDefer: (number: number) => boolean = () => false) {
    this.pageRows = pageRows;
    this.shouldDefer = shouldDefer;
  }

  /** A copy of everything, as a backup is. */
  backup(): State {
    return structuredClone(this.state);
  }

  restore(backup: State): void {
    this.state = { ...structuredClone(backup), epoch: this.state.epoch + 1 };
  }

  /** Lets somebody else do something. */
  act(context: Context, name: string, args: unknown): boolean {
    return this.#run(context, name, args, null);
  }

  /** Rows that simply are there. */
  seed(rows: readonly Row[]): void {
    for (const row of rows) this.state.rows.set(rowKeyText(row), row.body);
    this.#publish(rows.map(rowKeyText), null, 0);
  }

  answer(request: ModelRequest): ModelAnswer {
    const device = request.identity.device;
    const log = this.state.logs.get(device) ?? [];
    this.state.logs.set(device, log);
    const offered = request.epoch === this.epoch ? request.entries : [];
    for (const [index, bytes] of offered.entries())
      this.#push(request.identity, request.firstNumber + index, bytes, log);
    const retried = this.#retryDeferred(request.identity, log);
    const numbers = new Set(
      [...offered.keys()].map((index) => request.firstNumber + index).concat(retried, request.asked),
    );
    const outcomes = [...numbers]
      .map((number) => this.state.outcomes.get(device)?.get(number))
      .filter((found) => found !== undefined);
    return { acknowledgement: this.#acknowledge(request, log), body: { ...this.#pull(request), outcomes } };
  }

  /** What the phone must show in the end, as JSON by key. */
  projectionFor(identity: Identity): ReadonlyMap<string, string> {
    const shown = new Map<string, string>();
    for (const audience of audiencesFor(identity)) {
      for (const [text, { json }] of this.state.feeds.get(audience) ?? []) if (json !== null) shown.set(text, json);
    }
    return shown;
  }

  #push(identity: Identity, number: number, bytes: Uint8Array, log: Uint8Array[]): void {
    if (log[number - 1] !== undefined) return;
    log[number - 1] = bytes;
    const entry = bytesToEntry(bytes);
    if (!entry.ok) throw new Error('the phone made an entry that cannot be read');
    if (entry.value.name === 'enrol')
      return this.#outcome(identity, { number, status: 'applied', version: 0, code: null });
    if (this.shouldDefer(number))
      return this.#outcome(identity, { number, status: 'deferred', version: null, code: 'unknownMutation' });
    this.#apply(identity, entry.value);
  }

  #retryDeferred(identity: Identity, log: readonly Uint8Array[]): number[] {
    const retried: number[] = [];
    for (const [number, { status }] of this.state.outcomes.get(identity.device) ?? []) {
      const entry = bytesToEntry(log[number - 1] ?? new Uint8Array());
      if (status !== 'deferred' || !entry.ok || this.shouldDefer(number)) continue;
      this.#apply(identity, entry.value);
      retried.push(number);
    }
    return retried;
  }

  #apply(identity: Identity, entry: Entry): void {
    if (!isMutationName(entry.name)) throw new Error(`unknown mutation ${entry.name}`);
    const args = fromBytes(mutatorOf(entry.name).args, entry.args);
    if (!args.ok) throw new Error('the phone made arguments that cannot be read');
    const context = contextOf(identity, entry.number, entry.claimedAt);
    const code = this.#refusal(context, entry.name, args.value);
    const number = entry.number;
    if (code === null) this.#outcome(identity, { number, status: 'applied', version: this.state.number, code: null });
    else this.#outcome(identity, { number, status: 'rejected', version: null, code });
  }

  #refusal(context: Context, name: string, args: unknown): Outcome['code'] {
    const { outcome } = this.#decide(context, name, args);
    if (!outcome.ok) return outcome.error.code;
    this.#commit(outcome.value, context.device, context.mutationNumber);
    return null;
  }

  #run(context: Context, name: string, args: unknown, writer: string | null): boolean {
    const { outcome } = this.#decide(context, name, args);
    if (outcome.ok) this.#commit(outcome.value, writer, context.mutationNumber);
    return outcome.ok;
  }

  #decide(context: Context, name: string, args: unknown) {
    if (!isMutationName(name)) throw new Error(`unknown mutation ${name}`);
    return runMutation(name, args, context, (key) => {
      const body = this.state.rows.get(rowKeyText(key));
      return body === undefined ? { state: 'absent' } : { state: 'present', body };
    });
  }

  #commit(patches: readonly Patch[], writer: string | null, mutation: number): void {
    for (const patch of patches) {
      if (patch.op === 'put') this.state.rows.set(rowKeyText(patch), patch.body);
      else this.state.rows.delete(rowKeyText(patch));
    }
    this.#publish(patches.map(rowKeyText), writer, mutation);
  }

  #outcome(identity: Identity, { number, ...rest }: { number: number } & Omit<Outcome, 'from' | 'to'>): void {
    const outcomes = this.state.outcomes.get(identity.device) ?? new Map<number, Outcome>();
    this.state.outcomes.set(identity.device, outcomes.set(number, { from: number, to: number, ...rest }));
  }

  /** Compares what every audience should see with what its feed holds; what the mutation wrote comes first. */
  #publish(written: readonly string[], writer: string | null, mutation: number): void {
    const wanted = new Map<Audience, Map<string, string>>();
    const show = (audience: Audience, kind: Kind, id: RowId, body: Body) => {
      const rows = wanted.get(audience) ?? new Map<string, string>();
      wanted.set(audience, rows.set(rowKeyText({ kind, id }), rowJson(kind, body)));
    };
    const find: FindBody = (kind, id) => this.state.rows.get(rowKeyText({ kind, id }));
    for (const [text, body] of this.state.rows) {
      const row = { ...keyTextToKey(text), body } as Row;
      for (const { audience, patch } of projectionsOf(BRANCH, row, find))
        show(audience, patch.kind, patch.id, patch.body);
      for (const { audience, kind, id } of grantsOf(BRANCH, row)) {
        const granted = this.state.rows.get(rowKeyText({ kind, id }));
        if (granted === undefined) continue;
        const seen = openedTo(audience, { kind, id, body: granted } as Row);
        show(audience, seen.kind, seen.id, seen.body);
      }
    }
    for (const audience of new Set([...wanted.keys(), ...this.state.feeds.keys()])) {
      const feed: Feed = this.state.feeds.get(audience) ?? new Map<string, Shown>();
      this.state.feeds.set(audience, feed);
      const rows = wanted.get(audience) ?? new Map<string, string>();
      for (const text of new Set([...written, ...rows.keys(), ...feed.keys()])) {
        const json = rows.get(text) ?? null;
        const before = feed.get(text);
        if (before === undefined && json === null) continue;
        const isOwn = written.includes(text);
        if (before?.json === json && !(isOwn && writer !== null)) continue;
        this.state.number += 1;
        feed.set(text, { number: this.state.number, writer: isOwn ? writer : null, mutation, json });
      }
    }
  }

  #acknowledge({ identity }: ModelRequest, log: readonly Uint8Array[]): Acknowledgement {
    const through = log.length;
    return {
      purpose: 'dastarkhan-acknowledgement',
      suite: 1,
      organisation: identity.organisation,
      device: identity.device,
      nonce: new Uint8Array(16),
      epoch: this.epoch,
      storedThrough: through,
      headHash: chainHead(sha256, CHAIN_START, log.slice(0, through)),
      backedUpThrough: 0,
      serverAt: 1_770_000_000_000,
      bodyHash: new Uint8Array(32),
    };
  }

  get epoch(): string {
    return String(this.state.epoch).padStart(16, '0');
  }

  #pull(request: ModelRequest): Omit<AnswerBody, 'outcomes'> {
    const scope = audiencesFor(request.identity).join(',');
    const isInPlace = request.scope === scope && request.epoch === this.epoch;
    const startCursor = isInPlace ? request.cursor : null;
    const isFromStart = startCursor === null;
    const after = startCursor === null ? 0 : startCursor.number;
    const due = audiencesFor(request.identity)
      .flatMap((audience) => [...(this.state.feeds.get(audience) ?? [])])
      .filter(([, shown]) => shown.number > after && !(isFromStart && shown.json === null))
      .toSorted(([, a], [, b]) => a.number - b.number);
    const page = due.slice(0, this.pageRows);
    const hasMore = page.length < due.length;
    const number = hasMore ? (page.at(-1)?.[1].number ?? after) : this.state.number;
    return {
      startCursor,
      scope,
      page: stepsOf(page, isFromStart || request.wantsOwnRows ? null : request.identity.device),
      cursor: { number, mark: '0000000000000' },
      hasMore,
      credential: null,
      isRevoked: false,
      oldestPushVersion: 1,
    };
  }
}

function audiencesFor(identity: Identity): readonly Audience[] {
  return audiencesOf(BRANCH, identity.member, identity.isWaiting ? 'waiting' : identity.role);
}

function stepsOf(page: readonly (readonly [string, Shown])[], own: string | null): PageStep[] {
  const steps: PageStep[] = [];
  let start = 0;
  while (start < page.length) {
    const isOwn = own !== null && page[start]?.[1].writer === own;
    let end = start;
    while (end < page.length && (own !== null && page[end]?.[1].writer === own) === isOwn) end += 1;
    steps.push(isOwn ? ownStep(page.slice(start, end)) : rowsStep(page.slice(start, end)));
    start = end;
  }
  return steps;
}

function rowsStep(rows: readonly (readonly [string, Shown])[]): PageStep {
  const json = rows.map(([text, shown]) => {
    const { kind, id } = keyTextToKey(text);
    return `["${kind}",${JSON.stringify(id)},${shown.json ?? 'null'}]`;
  });
  return { rows: new TextEncoder().encode(`[${json.join(',')}]`), own: null };
}

function ownStep(rows: readonly (readonly [string, Shown])[]): PageStep {
  const mutations = rows.map(([, { mutation }]) => mutation);
  const texts = rows.map(([text, { json }]) => {
    const { kind, id } = keyTextToKey(text);
    return rowText(kind, id, json);
  });
  const hash = sha256(new TextEncoder().encode(texts.join('')));
  return {
    rows: new Uint8Array(),
    own: { from: Math.min(...mutations), to: Math.max(...mutations), count: rows.length, hash },
  };
}
