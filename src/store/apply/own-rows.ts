import { isSameBytes } from '#lib/bytes.ts';
import { type Audience, projectionsOf } from '#domain/audiences.ts';
import type { FindBody } from '#domain/records-of-run.ts';
import { type Body, type Kind, type Patch, type Row, rowKeyText } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';
import { type OwnRows, rowText } from '#protocol/sync-answer.ts';
import { sha256 } from '../sha256.ts';
import type { OwnMutation } from './own-mutation.ts';
import type { NumberRange } from '../number-ranges.ts';
import { type Runner, runAgain, type View } from './view.ts';

const utf8 = new TextEncoder();

/**
 * What a stretch of own mutations made, and the hash over what the feeds of this phone say of it. Made ahead, it holds as
 * soon as the server names the same hash: whatever it was made on, these are then the server's rows.
 */
export type MadeRows = NumberRange & {
  readonly count: number;
  readonly hash: Uint8Array;
  /** For each mutation, in the order of their numbers. */
  readonly patches: readonly (readonly Patch[])[];
};

/** True when what was made ahead is what the server tells of. */
export function isMade(made: MadeRows | null, own: OwnRows): made is MadeRows {
  const isSameStretch = made?.from === own.from && made.to === own.to && made.count === own.count;
  return isSameStretch && isSameBytes(made.hash, own.hash);
}

type Making = {
  readonly view: View;
  readonly changes: Map<string, Body | null>;
  readonly runner: Runner;
};

/**
 * Makes the rows of a stretch of this device's own mutations again, on top of the base, and writes them into `changes`.
 * True when they are what the server has (SPEC 8.11): then they need not travel.
 * @param applied all own mutations whose rows this page and later ones tell of, in the order of their commits: a row that
 * one of the stretch wrote and a later one wrote again stands at its last place only
 */
export function remakeOwnRows(
  own: OwnRows,
  applied: readonly OwnMutation[],
  situation: Making & {
    /** Takes those that wrote other rows now than they did here before, by number. */
    readonly differing: Map<number, readonly string[]>;
    readonly made: MadeRows | null;
  },
): boolean {
  const { view, changes, differing, made } = situation;
  const isInStretch = ({ number }: OwnMutation) => own.from <= number && number <= own.to;
  const stretch = applied.filter(isInStretch);
  const note = (patches: readonly Patch[], { number, wrote }: OwnMutation) => {
    const texts = patches.map(rowKeyText);
    if (texts.join(' ') !== wrote.join(' ')) differing.set(number, texts);
  };
  if (isMade(made, own) && stretch.every(({ number }, index) => number === made.from + index)) {
    for (const [index, mutation] of stretch.entries()) {
      const patches = made.patches[index] ?? [];
      note(patches, mutation);
      for (const patch of patches) changes.set(rowKeyText(patch), patch.op === 'put' ? patch.body : null);
    }
    return true;
  }
  const beyond = applied.slice(applied.findLastIndex(isInStretch) + 1);
  const writtenAgain = new Set(beyond.flatMap(({ wrote }) => wrote));
  const { patches, told } = makeOwnRows(stretch, situation, writtenAgain);
  for (const [index, mutation] of stretch.entries()) note(patches[index] ?? [], mutation);
  // What is not loaded yet may change all of it: it is asked for first.
  if (view.missing.size > 0) return true;
  return told.count === own.count && isSameBytes(sha256(told.bytes()), own.hash);
}

/** What is made, by mutation, and what the feeds of this phone say of it: how many rows, and the bytes that are hashed. */
export type OwnRowsMade = Pick<MadeRows, 'patches'> & {
  readonly told: { readonly count: number; readonly bytes: () => Uint8Array };
};

/** Makes the rows of own mutations one after another, each on top of those before it, and writes them into `changes`. */
export function makeOwnRows(
  mutations: readonly OwnMutation[],
  { view, changes, runner }: Making,
  writtenAgain: ReadonlySet<string>,
): OwnRowsMade {
  const audiences = (runner.position.scope ?? '').split(',');
  const texts = new Map<string, string>();
  const made = mutations.map((mutation) => {
    const { patches } = runAgain(mutation, view.find, runner);
    for (const patch of patches) {
      const text = rowKeyText(patch);
      changes.set(text, patch.op === 'put' ? patch.body : null);
      if (writtenAgain.has(text)) continue;
      for (const shown of shownTo(audiences, runner.identity.branch, patch)) {
        // A row written twice stands at its last place: taken out, and put in again at the end.
        const shownText = rowKeyText(shown);
        texts.delete(shownText);
        texts.set(shownText, rowText(shown.kind, shown.id, shown.json));
      }
    }
    return patches;
  });
  return { patches: made, told: { count: texts.size, bytes: () => utf8.encode([...texts.values()].join('')) } };
}

/** What this phone wrote itself it sees by its own right: whose run it is changes nothing. */
const nothingElse: FindBody = () => undefined;

type Shown = { readonly kind: Kind; readonly id: RowId; readonly json: string | null };

/** What the feeds of this phone show of a patch. */
function shownTo(
  audiences: readonly string[],
  branch: Parameters<typeof projectionsOf>[0],
  patch: Patch,
): readonly Shown[] {
  if (patch.op === 'remove') return [{ kind: patch.kind, id: patch.id, json: null }];
  const row = { kind: patch.kind, id: patch.id, body: patch.body } as Row;
  const shown = projectionsOf(branch, row, nothingElse).filter(({ audience }) => isOneOf(audiences, audience));
  return shown.map(({ patch: put }) => ({ kind: put.kind, id: put.id, json: rowJson(put.kind, put.body) }));
}

function isOneOf(audiences: readonly string[], audience: Audience): boolean {
  return audiences.includes(audience);
}
