import type { Count, RowId } from '../scalars.ts';
import type { PledgeBody } from '../sponsors.ts';
import { type Period, promisedDays } from './fulfilment-report.ts';
import type { SupplySum } from './supply-sums.ts';

export const reportBys = ['sponsor', 'item', 'district', 'day', 'month'] as const;
export type ReportBy = (typeof reportBys)[number];

/** Stands for what no sponsor gave. */
export const OWN = 'own';

/** What is asked: a period, what stands in the first column, and what alone shall be looked at; null for all. */
export type ReportQuestion = Period & {
  readonly by: ReportBy;
  /** A sponsor, or `OWN`. */
  readonly sponsor: RowId | typeof OWN | null;
  readonly item: RowId | null;
  readonly district: string | null;
};

/**
 * A line of the report: one item of one sponsor, district, day or month. What cannot be told is null: nobody promises or
 * loads for a district, and what the kitchen itself loaded is not counted.
 */
export type ReportLine = {
  /** A sponsor's id or `OWN`; an item's id; a district's name; a day; a month, `2026-11`. */
  readonly group: string;
  readonly item: RowId;
  readonly promised: Count | null;
  readonly loaded: Count | null;
  readonly delivered: Count;
  readonly leftOver: Count | null;
  readonly onTheWay: Count | null;
};

export type SupplyReport = {
  /** Items together, then what most was delivered of; days and months in their order. */
  readonly lines: readonly ReportLine[];
  /** Delivered in all, by item. */
  readonly totals: readonly { readonly item: RowId; readonly count: Count }[];
};

type Pledge = { readonly id: RowId; readonly body: PledgeBody };
/** Sums of a period, of days or whole months (`2026-11`) or of the whole period, as the question's `by` needs them. */
type Summed = Omit<SupplySum, 'on'> & { readonly on: string };
type Tally = Record<'promised' | 'loaded' | 'delivered' | 'leftOver' | 'onTheWay', number>;
type Tallies = Map<string, { readonly group: string; readonly item: RowId; readonly tally: Tally }>;

/** Adds up what became of everything that was given, over a period. */
export function supplyReport(
  sums: Iterable<Summed>,
  pledges: readonly Pledge[],
  question: ReportQuestion,
): SupplyReport {
  const sponsorByPledge = new Map(pledges.map(({ id, body }) => [id, body.sponsor]));
  const tallies: Tallies = new Map();
  const isOfDistricts = question.by === 'district' || question.district !== null;
  for (const sum of sums) {
    const sponsor = sum.pledge === null ? OWN : (sponsorByPledge.get(sum.pledge) ?? OWN);
    if (!isAsked(sum, sponsor, question)) continue;
    add(tallies, groupOf(sum, sponsor, question.by), sum.item, sum);
  }
  if (!isOfDistricts) addPromised(tallies, pledges, question);
  const lines = [...tallies.values()]
    .filter(({ tally }) => tally.delivered > 0 || tally.loaded > 0 || tally.promised > 0)
    .map(({ group, item, tally }) => lineOf(group, item, tally, question, isOfDistricts));
  return { lines: lines.toSorted(orderOf(question.by)), totals: totalsOf(lines) };
}

function isAsked(sum: Summed, sponsor: string, { item, district, sponsor: asked, by }: ReportQuestion): boolean {
  if (asked !== null && sponsor !== asked) return false;
  if (item !== null && sum.item !== item) return false;
  return district !== null || by === 'district'
    ? sum.district !== null && (district === null || sum.district === district)
    : true;
}

function groupOf(sum: Summed, sponsor: string, by: ReportBy): string {
  if (by === 'sponsor') return sponsor;
  if (by === 'item') return sum.item;
  if (by === 'district') return sum.district ?? '';
  return by === 'day' ? sum.on : sum.on.slice(0, 'YYYY-MM'.length);
}

function add(tallies: Tallies, group: string, item: RowId, more: Partial<Tally>): void {
  const key = `${group} ${item}`;
  const nothing = { promised: 0, loaded: 0, delivered: 0, leftOver: 0, onTheWay: 0 };
  const known = tallies.get(key) ?? { group, item, tally: nothing };
  tallies.set(key, known);
  for (const field of ['promised', 'loaded', 'delivered', 'leftOver', 'onTheWay'] as const)
    known.tally[field] += more[field] ?? 0;
}

function addPromised(tallies: Tallies, pledges: readonly Pledge[], question: ReportQuestion): void {
  if (question.by === 'day' || question.by === 'month') return;
  for (const { body } of pledges) {
    if (body.status === 'offered') continue;
    if (question.sponsor !== null && body.sponsor !== question.sponsor) continue;
    if (question.item !== null && body.item !== question.item) continue;
    const promised = body.count * promisedDays(body, question);
    add(tallies, question.by === 'sponsor' ? body.sponsor : body.item, body.item, { promised });
  }
}

function lineOf(group: string, item: RowId, tally: Tally, { by }: ReportQuestion, isOfDistricts: boolean): ReportLine {
  const isOfTime = by === 'day' || by === 'month';
  const carried = (field: 'loaded' | 'leftOver' | 'onTheWay') =>
    isOfDistricts || group === OWN ? null : (tally[field] as Count);
  return {
    group,
    item,
    promised: isOfDistricts || isOfTime || group === OWN ? null : (tally.promised as Count),
    loaded: carried('loaded'),
    delivered: tally.delivered as Count,
    leftOver: carried('leftOver'),
    onTheWay: carried('onTheWay'),
  };
}

function orderOf(by: ReportBy): (a: ReportLine, b: ReportLine) => number {
  const isOfTime = by === 'day' || by === 'month';
  return (a, b) => {
    const within = isOfTime ? compare(a.group, b.group) : b.delivered - a.delivered;
    const isOwn = Number(a.group === OWN) - Number(b.group === OWN);
    return compare(a.item, b.item) || within || isOwn || compare(a.group, b.group);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function totalsOf(lines: readonly ReportLine[]): SupplyReport['totals'] {
  const byItem = new Map<RowId, number>();
  for (const { item, delivered } of lines) byItem.set(item, (byItem.get(item) ?? 0) + delivered);
  return [...byItem]
    .map(([item, count]) => ({ item, count: count as Count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => compare(a.item, b.item));
}
