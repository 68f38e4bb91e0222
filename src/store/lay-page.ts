import { assert } from '#lib/assert.ts';
import { type Kind, rowKeyText, type RowKey } from '#domain/rows.ts';
import { applyPage } from './apply/apply-page.ts';
import { isMade } from './apply/own-rows.ts';
import type { Recorded, Settled } from './apply/outcomes.ts';
import type { PageInput, PageWrites } from './apply/page-input.ts';
import type { ReadStep } from './apply/page-step.ts';
import { type PhoneDatabase, rowTable, type StoredRow } from './database.ts';
import type { Identity } from './identity.ts';
import { keyTextToKey } from './known-rows.ts';
import { firstOutside, isInRanges, type NumberRange } from './number-ranges.ts';
import { type OwnLog, ownMutations } from './own-log.ts';
import type { Position } from './position.ts';
import { loadServed, shadowedKeys } from './served-rows.ts';

export type Laying = {
  readonly identity: Identity;
  /** Before the outcomes of this answer. */
  readonly before: Position;
  readonly recorded: Recorded;
  readonly steps: readonly ReadStep[];
  readonly settled: Settled;
  readonly newest: number;
  /** What was read of the log while the server worked, and the revision at which this answer found the phone. */
  readonly ownLog: OwnLog | null;
  readonly revision: number;
};

/** Loading rows of a changed base may ask for further rows; as deep as mutations read, and once for the pending. */
const MAX_ROUNDS = 8;

/**
 * Loads what the pure core asks for and writes what it says; undefined when own rows differ and nothing was written, else
 * what the position must say of it.
 */
export async function layPage(
  database: PhoneDatabase,
  laying: Laying,
): Promise<Pick<Position, 'touchedAt'> | undefined> {
  const span = ownSpan(laying);
  const [shadowed, spanned] = await Promise.all([
    shadowedKeys(database),
    span === undefined ? [] : ownMutations(database, span, laying.revision, laying.ownLog),
  ]);
  let mutations = spanned;
  // What was made while the server worked needs no rows to be made of.
  const reads = hasMadeAll(laying) ? [] : spanned.flatMap(({ read }) => read);
  const loaded = await loadServed(database, shadowed, new Set(reads));
  let hasAllPending = firstOutside(laying.before.settled) > laying.newest;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = applyPage({ ...input(laying), shadowed, loaded, mutations, hasAllPending });
    if (result.type === 'ownRowsDiffer') return undefined;
    if (result.type === 'done') {
      await write(database, laying, result.writes);
      const { revision } = laying.settled.position;
      return result.writes.touched.length > 0 ? { touchedAt: revision } : {};
    }
    if (result.type === 'needsRows') {
      const more = await loadServed(database, shadowed, new Set(result.keys.map(rowKeyText)));
      for (const [text, body] of more) loaded.set(text, body);
    } else {
      const from = Math.min(firstOutside(laying.before.settled), span?.from ?? Number.POSITIVE_INFINITY);
      mutations = await ownMutations(database, { from, to: laying.newest }, laying.revision, laying.ownLog);
      hasAllPending = true;
    }
  }
  assert(false, 'a page asks for rows only as deep as mutations read');
}

function hasMadeAll({ steps, ownLog }: Laying): boolean {
  return steps.every((step) => step.type !== 'own' || isMade(ownLog?.made ?? null, step.own));
}

/** The numbers of which an own stretch may speak, and of those that may have written its rows again. */
function ownSpan({ steps, recorded }: Laying): NumberRange | undefined {
  const stretches = steps.flatMap((step) => (step.type === 'own' ? [step.own] : []));
  if (stretches.length === 0) return undefined;
  const lasts = [...stretches, ...recorded.position.applied].map(({ to }) => to);
  return { from: Math.min(...stretches.map(({ from }) => from)), to: Math.max(...lasts) };
}

type Situation = Omit<PageInput, 'mutations' | 'hasAllPending' | 'shadowed' | 'loaded'>;

function input(laying: Laying): Situation {
  const { identity, before, recorded, steps, settled } = laying;
  return {
    runner: { identity, position: settled.position },
    steps,
    settledBefore: before.settled,
    settledAfter: settled.position.settled,
    reached: settled.reached,
    undone: recorded.undone,
    applied: recorded.position.applied,
    made: laying.ownLog?.made ?? null,
    released: recorded.cleared.filter((number) => isInRanges(before.settled, number)),
  };
}

async function write(database: PhoneDatabase, laying: Laying, writes: PageWrites): Promise<void> {
  const puts = new Map<Kind, StoredRow[]>();
  const removals = new Map<Kind, RowKey['id'][]>();
  for (const [text, body] of writes.rows) {
    const { kind, id } = keyTextToKey(text);
    if (body === null) removals.set(kind, [...(removals.get(kind) ?? []), id]);
    else puts.set(kind, [...(puts.get(kind) ?? []), { id, body }]);
  }
  const isQuiet = firstOutside(laying.settled.position.settled) > laying.newest;
  await Promise.all([
    ...[...puts].map(([kind, rows]) => rowTable(database, kind).bulkPut(rows)),
    ...[...removals].map(([kind, ids]) => rowTable(database, kind).bulkDelete(ids)),
    ...(isQuiet ? [database.shadow.clear()] : shadowWrites(database, writes)),
    ...writes.touched.map(({ number, read, wrote }) => database.log.update(number, { read, wrote })),
  ]);
}

function shadowWrites(database: PhoneDatabase, { shadow, shadowGone }: PageWrites): readonly PromiseLike<unknown>[] {
  return [
    database.shadow.bulkPut([...shadow].map(([key, body]) => ({ key, body }))),
    database.shadow.bulkDelete([...shadowGone]),
  ];
}
