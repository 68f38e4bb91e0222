import type { CorrectionBody, DeliveryBody } from '../delivery.ts';
import { type Args, isMutationName, type Mutation, parseMutation } from '../mutators.ts';
import { type AsideBody, isComparison, type Oddity, type ReviewBody, type ReviewDecision } from '../review.ts';
import type { RowId } from '../scalars.ts';
import { type CountedDelivery, countedDelivery } from './counted-delivery.ts';
import { overtakenBy, perhapsSame } from './counted-once.ts';
import { deliveredLines, isSameAmounts } from './run-progress.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** The rows of which the tray is a view. */
export type ReviewRows = {
  /** Those with flags, whatever their day, and all of the days in which doubles are looked for; each once. */
  readonly deliveries: readonly Identified<DeliveryBody>[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
  readonly asides: readonly Identified<AsideBody>[];
  readonly reviewsById: ReadonlyMap<RowId, ReviewBody>;
};

/** A record that counts, and what is odd about it. */
export type OddRecord = Identified<DeliveryBody> & {
  readonly counted: Extract<CountedDelivery, { type: 'stands' }>;
  readonly oddities: readonly Oddity[];
  /** A nearer record counts in its place. */
  readonly isOvertaken: boolean;
  /** The record with which it may be one and the same. */
  readonly perhaps: RowId | undefined;
  readonly decision: ReviewDecision;
};

export type ReviewItem =
  /** One record that is flagged, or all that count for one stop. */
  | { readonly type: 'odd'; readonly id: RowId; readonly records: readonly OddRecord[]; readonly at: number }
  /** An entry without effect; `beside` is the record that counts under its number, where a phone was copied. */
  | {
      readonly type: 'aside';
      readonly id: RowId;
      readonly aside: AsideBody;
      readonly mutation: Mutation | null;
      readonly beside: OddRecord | undefined;
      /** It was taken in before, and taken back. */
      readonly wasTakenIn: boolean;
      readonly decision: ReviewDecision;
      readonly at: number;
    };

export type ReviewTray = { readonly open: readonly ReviewItem[]; readonly decided: readonly ReviewItem[] };

/** Everything that an organiser should look at, oldest first, and what was decided, newest first. Nothing leaves by being old. */
export function reviewTray(rows: ReviewRows): ReviewTray {
  const records = oddRecords(rows);
  const items = [...oddItems(records), ...rows.asides.map((aside) => asideItem(aside, records, rows))];
  const byAge = items.toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  return {
    open: byAge.filter((item) => isOpen(item, rows)),
    decided: byAge.filter((item) => !isOpen(item, rows)).toReversed(),
  };
}

function isOpen(item: ReviewItem, { reviewsById }: ReviewRows): boolean {
  if (item.type === 'aside') return item.decision === 'open';
  return item.records.some(({ id, oddities, decision }) => {
    const seen = decision === 'open' ? [] : (reviewsById.get(id)?.seen ?? []);
    return oddities.some((oddity) => !seen.includes(oddity));
  });
}

function oddRecords({ deliveries, correctionsById, reviewsById }: ReviewRows): readonly OddRecord[] {
  const standing = deliveries.flatMap(({ id, body }) => {
    const counted = countedDelivery(body, correctionsById);
    return counted.type === 'withdrawn' ? [] : [{ id, body, counted }];
  });
  const overtaken = overtakenBy(deliveries, correctionsById);
  const otherwise = toldOtherwise(standing, overtaken);
  const otherStop = toldOtherStop(standing, overtaken);
  const pairs = perhapsSame(deliveries, correctionsById);
  const countsByStop = new Map<string, number>();
  for (const { id, body } of standing) {
    const stop = overtaken.has(id) ? undefined : stopOf(body);
    if (stop !== undefined) countsByStop.set(stop, (countsByStop.get(stop) ?? 0) + 1);
  }
  return standing.map((record) => {
    const isOvertaken = overtaken.has(record.id);
    const isTwice = !isOvertaken && (countsByStop.get(stopOf(record.body) ?? '') ?? 0) > 1;
    const oddities: readonly Oddity[] = [
      ...record.body.flags,
      ...(isTwice ? (['twice'] as const) : []),
      ...(otherwise.has(record.id) ? (['toldOtherwise'] as const) : []),
      ...(otherStop.has(record.id) && !otherwise.has(record.id) ? (['toldOtherStop'] as const) : []),
      ...(pairs.has(record.id) ? (['perhapsSame'] as const) : []),
    ];
    const perhaps = pairs.get(record.id);
    return { ...record, oddities, isOvertaken, perhaps, decision: reviewsById.get(record.id)?.decision ?? 'open' };
  });
}

type Standing = Pick<OddRecord, 'id' | 'body' | 'counted'>;

/** What was heard and what stands for it, where both together say other amounts than the other side. */
function toldOtherwise(
  standing: readonly Standing[],
  overtaken: ReadonlyMap<RowId, readonly RowId[]>,
): ReadonlySet<RowId> {
  const byId = new Map(standing.map((record) => [record.id, record]));
  const sides = new Map<string, { readonly near: readonly RowId[]; readonly far: RowId[] }>();
  for (const [id, near] of overtaken) {
    const key = near.join();
    const side = sides.get(key) ?? { near, far: [] };
    sides.set(key, side);
    side.far.push(id);
  }
  const said = (ids: readonly RowId[]) => deliveredLines(ids.flatMap((id) => byId.get(id)?.counted ?? []));
  const differing = [...sides.values()].filter(({ near, far }) => !isSameAmounts(said(near), said(far)));
  return new Set(differing.flatMap(({ near, far }) => [...near, ...far]));
}

/** What was heard of one stop, and what stands for it at another of the same place: perhaps the run was there twice. */
function toldOtherStop(
  standing: readonly Standing[],
  overtaken: ReadonlyMap<RowId, readonly RowId[]>,
): ReadonlySet<RowId> {
  const stops = new Map(standing.map(({ id, body }) => [id, body.stop]));
  const differing = [...overtaken].filter(([id, near]) => {
    const told = stops.get(id) ?? null;
    return told !== null && near.every((own) => (stops.get(own) ?? told) !== told);
  });
  return new Set(differing.flatMap(([id, near]) => [id, ...near]));
}

/** Which stop of which run; undefined for a record beside the plan. */
function stopOf({ run, stop }: DeliveryBody): string | undefined {
  return run === null || stop === null ? undefined : `${run} ${stop}`;
}

/** Where it was, on which run: two records of one place are looked at together. */
function placeOf({ run, checkpoint }: DeliveryBody): string | undefined {
  return run === null ? undefined : `${run} ${checkpoint}`;
}

function oddItems(records: readonly OddRecord[]): readonly ReviewItem[] {
  const groups = new Map<string, OddRecord[]>();
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const record of records.filter(({ oddities }) => oddities.length > 0)) {
    const other = record.perhaps === undefined ? undefined : byId.get(record.perhaps);
    const place = placeOf(record.body) ?? (other === undefined ? undefined : placeOf(other.body));
    const key = record.oddities.some(isComparison) ? (place ?? record.id) : record.id;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].map((group) => {
    const inOrder = group.toSorted((a, b) => a.body.recordedAt - b.body.recordedAt || a.id.localeCompare(b.id));
    return {
      type: 'odd',
      id: inOrder[0]?.id ?? ('' as RowId),
      records: inOrder,
      at: Math.max(...group.map(({ body }) => body.recordedAt)),
    };
  });
}

function asideItem(
  { id, body }: Identified<AsideBody>,
  records: readonly OddRecord[],
  { deliveries, reviewsById }: ReviewRows,
): ReviewItem {
  const rival = `${body.device ?? ''}.${body.number}`;
  return {
    type: 'aside',
    id,
    aside: body,
    mutation: mutationOf(body),
    beside: body.reason === 'fork' ? records.find((record) => record.id === rival) : undefined,
    wasTakenIn: deliveries.some((delivery) => delivery.id === id),
    decision: reviewsById.get(id)?.decision ?? 'open',
    at: body.receivedAt,
  };
}

/** What an entry kept aside says; null where this program cannot read it. */
export function mutationOf({ name, args }: AsideBody): Mutation | null {
  if (args === null || !isMutationName(name)) return null;
  try {
    return parseMutation(name, JSON.parse(args)) ?? null;
  } catch {
    // No server of ours writes that; it reads as a record of another version.
    return null;
  }
}

/** What would count if it were taken in; undefined for what is no delivery. */
export function factsOf(mutation: Mutation | null): Omit<Args<'asideTakeIn'>, 'aside'> | undefined {
  if (mutation?.name !== 'deliveryRecord') return undefined;
  const { how: _how, ...facts } = mutation.args;
  return facts;
}
