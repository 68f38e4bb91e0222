import type { Mutation } from '#domain/mutators.ts';
import type { Oddity, ReviewDecision } from '#domain/review.ts';
import type { RowId } from '#domain/scalars.ts';
import { deliveredLines } from '#domain/views/run-progress.ts';
import { factsOf, type OddRecord, type ReviewItem } from '#domain/views/review-tray.ts';

type Aside = Extract<ReviewItem, { type: 'aside' }>;
type Done = { readonly mutations: readonly Mutation[]; readonly undo: readonly Mutation[] };

/** All records stay as they are, with all that is odd about them. */
export function keepRecords(records: readonly OddRecord[]): Done {
  return {
    mutations: records.map(({ id, oddities }) => decided(id, 'kept', oddities)),
    undo: records.map(({ id }) => decided(id, 'open')),
  };
}

/**
 * What was told happened besides what the driver recorded: the driver's record gets both amounts. Null where nothing is
 * overtaken by one record alone.
 */
export function countTogether(records: readonly OddRecord[]): Done | null {
  const heard = records.filter(({ isOvertaken }) => isOvertaken);
  const [own, ...others] = records.filter(({ isOvertaken }) => !isOvertaken);
  if (heard.length === 0 || own === undefined || others.length > 0) return null;
  const { reason } = own.counted;
  const lines = deliveredLines([own, ...heard].map(({ counted }) => counted));
  const kept = keepRecords(records);
  return {
    mutations: [again(own.id, { lines, reason }), ...kept.mutations],
    undo: [again(own.id, own.counted), ...kept.undo],
  };
}

/**
 * One delivery that stands on a run and once more beside the runs: it stays with its run, so that the stop is done. Null where
 * nothing of the kind is shown.
 */
export function theSame(records: readonly OddRecord[]): Done | null {
  const beside = records.filter(({ body, perhaps }) => body.run === null && perhaps !== undefined);
  if (beside.length === 0) return null;
  const done = beside.map(takeBack);
  return { mutations: done.flatMap(({ mutations }) => mutations), undo: done.flatMap(({ undo }) => undo) };
}

/** A record that did not happen, or happened once and was written down twice. */
export function takeBack({ id, counted }: OddRecord): Done {
  return { mutations: [withdrawn(id)], undo: [again(id, counted)] };
}

/** A decision that moves nothing: what waits goes on waiting, or is set aside for good. */
export function decideAside({ id, decision }: Aside, next: ReviewDecision): Done {
  return { mutations: [decided(id, next)], undo: [decided(id, decision)] };
}

/** What was kept aside counts; null for what is no delivery that can be read here. */
export function takeIn({ id, mutation, wasTakenIn }: Aside): Done | null {
  const facts = factsOf(mutation);
  if (facts === undefined) return null;
  const mutations: readonly Mutation[] = wasTakenIn
    ? [again(id, facts), decided(id, 'takenIn')]
    : [{ name: 'asideTakeIn', args: { aside: id, ...facts } }];
  return { mutations, undo: [withdrawn(id), decided(id, 'open')] };
}

/** Takes a decision back, also long after: what was taken in counts no more. */
export function reopen(item: ReviewItem): readonly Mutation[] {
  if (item.type === 'odd') return item.records.map(({ id }) => decided(id, 'open'));
  const reopened = decided(item.id, 'open');
  return item.decision === 'takenIn' ? [withdrawn(item.id), reopened] : [reopened];
}

function decided(about: RowId, decision: ReviewDecision, seen: readonly Oddity[] = []): Mutation {
  return { name: 'reviewDecide', args: { about, decision, seen: [...seen] } };
}

function withdrawn(delivery: RowId): Mutation {
  return { name: 'deliveryWithdraw', args: { delivery, note: '' } };
}

type Amounts = Pick<OddRecord['counted'], 'lines' | 'reason'>;

function again(delivery: RowId, { lines, reason }: Amounts): Mutation {
  return { name: 'deliveryCorrect', args: { delivery, lines: [...lines], reason, note: '' } };
}
