import { assert } from '#lib/assert.ts';
import { type Body, type Kind, rowKeyText, type RowKey } from '#domain/rows.ts';
import { applyPage } from './apply/apply-page.ts';
import type { Recorded, Settled } from './apply/outcomes.ts';
import type { PageInput, PageWrites } from './apply/page-input.ts';
import type { ReadStep } from './apply/page-step.ts';
import { type PhoneDatabase, rowTable, type StoredRow } from './database.ts';
import type { Identity } from './identity.ts';
import { keyTextToKey, loadBodies } from './known-rows.ts';
import { firstOutside, isInRanges, type NumberRange } from './number-ranges.ts';
import { type OwnLog, ownMutations } from './own-log.ts';
import type { Position } from './position.ts';

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

/** Loads what the pure core asks for and writes what it says; false when own rows differ and nothing was written. */
export async function layPage(database: PhoneDatabase, laying: Laying): Promise<boolean> {
  const span = ownSpan(laying);
  const [shadowKeys, spanned] = await Promise.all([
    database.shadow.toCollection().primaryKeys(),
    span === undefined ? [] : ownMutations(database, span, laying.revision, laying.ownLog),
  ]);
  const shadowed = new Set(shadowKeys);
  let mutations = spanned;
  const loaded = await loadServed(database, shadowed, new Set(spanned.flatMap(({ read }) => read)));
  let hasAllPending = firstOutside(laying.before.settled) > laying.newest;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = applyPage({ ...input(laying), shadowed, loaded, mutations, hasAllPending });
    if (result.type === 'ownRowsDiffer') return false;
    if (result.type === 'done') {
      await write(database, laying, result.writes);
      return true;
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

/** The numbers of which an own stretch may speak, and of those that may have written its rows again. */
function ownSpan({ steps, recorded }: Laying): NumberRange | undefined {
  const stretches = steps.flatMap((step) => (step.type === 'own' ? [step.own] : []));
  if (stretches.length === 0) return undefined;
  const lasts = [...stretches, ...recorded.position.applied].map(({ to }) => to);
  return { from: Math.min(...stretches.map(({ from }) => from)), to: Math.max(...lasts) };
}

/** The server's rows as far as they are here: from the shadow if they are kept there, else the ordinary ones. */
async function loadServed(
  database: PhoneDatabase,
  shadowed: ReadonlySet<string>,
  texts: ReadonlySet<string>,
): Promise<Map<string, Body | null>> {
  const kept = [...texts].filter((text) => shadowed.has(text));
  const others = [...texts].filter((text) => !shadowed.has(text));
  const [shadows, bodies] = await Promise.all([
    kept.length === 0 ? [] : database.shadow.bulkGet(kept),
    loadBodies(database, others.map(keyTextToKey)),
  ]);
  const loaded = new Map<string, Body | null>(others.map((text) => [text, bodies.get(text) ?? null]));
  for (const [index, text] of kept.entries()) loaded.set(text, shadows[index]?.body ?? null);
  return loaded;
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
