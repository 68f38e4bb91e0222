import { joinStops } from '../../join-stops.ts';
import type { RunBody, Stop } from '../../run.ts';
import type { RowId } from '../../scalars.ts';
import { metresBetween } from '../distance.ts';
import type { CoverageCell } from './coverage-cell.ts';
import type { Identified } from './coverage-rows.ts';
import { isFree } from './is-free.ts';
import { roomFor } from './room-for.ts';
import { missingLines } from './shortfalls.ts';
import type { SuggestionReason, SuggestionRows } from './suggestion-rows.ts';

export type Suggestion = { readonly reasons: readonly SuggestionReason[] } & (
  | { readonly type: 'extend'; readonly run: Identified<RunBody>; readonly stops: readonly Stop[] }
  | {
      readonly type: 'start';
      readonly driver: RowId | null;
      readonly kitchen: RowId | null;
      readonly stops: readonly Stop[];
    }
);

/** As many as one looks at before taking one. */
const MAX_SUGGESTIONS = 4;
/** Where no position is known, a district is about so wide. */
const DISTRICT_METRES = 10_000;
const FAR_METRES = 1_000_000;

/** Somebody who comes near, and what they would do; undefined when there is no room for it. */
type Candidate = { readonly metres: number; readonly suggestion: () => Suggestion | undefined };

/**
 * Who could close a gap: runs of the same window that come near and have room, and volunteers who are free then. Ordered by
 * the way, since nobody is ranked. The last one plans a run that nobody drives yet.
 */
export function suggestionsFor(cell: CoverageCell, rows: SuggestionRows): readonly Suggestion[] {
  const stop: Stop = { checkpoint: cell.checkpoint, lines: [...missingLines(cell)] };
  if (stop.lines.length === 0) return [];
  const inWindow = rows.runs.filter(({ body }) => body.window === cell.window && body.status !== 'cancelled');
  const candidates = [
    ...inWindow.flatMap((run) => extension(run, stop, rows)),
    ...rows.drivers.flatMap((driver) => beginning(driver, stop, cell, inWindow, rows)),
  ];
  const nobody: Suggestion = {
    type: 'start',
    driver: null,
    kitchen: kitchenFor(stop, cell, inWindow, rows),
    stops: [stop],
    reasons: [],
  };
  return [...nearest(candidates), nobody];
}

/** What a run would be with one stop more is made up for those only that one looks at. */
function nearest(candidates: readonly Candidate[]): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const { suggestion } of candidates.toSorted((a, b) => a.metres - b.metres)) {
    const one = suggestion();
    if (one !== undefined) found.push(one);
    if (found.length === MAX_SUGGESTIONS) break;
  }
  return found;
}

function extension(run: Identified<RunBody>, stop: Stop, rows: SuggestionRows): readonly Candidate[] {
  const { status, driver, answer, stops } = run.body;
  if ((status !== 'planned' && status !== 'underWay') || driver === null || answer === 'declined') return [];
  const goesThere = stops.some(({ checkpoint }) => checkpoint === stop.checkpoint);
  const from = stops.map(({ checkpoint }) => checkpoint);
  const way = goesThere ? { metres: 0, reasons: [{ type: 'goesThere' as const }] } : wayTo(stop.checkpoint, from, rows);
  const suggestion = (): Suggestion | undefined => {
    const joined = insertStop(stops, stop, rows.placesById);
    const room = roomFor(driver, joined ?? [], rows);
    if (joined === undefined || room === 'none') return undefined;
    return { type: 'extend', run, stops: joined, reasons: [...way.reasons, ...room] };
  };
  return [{ metres: way.metres, suggestion }];
}

function beginning(
  driver: RowId,
  stop: Stop,
  cell: CoverageCell,
  inWindow: readonly Identified<RunBody>[],
  rows: SuggestionRows,
): readonly Candidate[] {
  const availability = rows.availabilityByMember.get(driver);
  const isBusy = inWindow.some(({ body }) => body.driver === driver);
  const room = roomFor(driver, [stop], rows);
  if (isBusy || room === 'none' || !isFree(availability, cell.on, cell.window)) return [];
  const start = availability?.kitchen ?? availability?.checkpoint ?? null;
  const way = wayTo(stop.checkpoint, start === null ? [] : [start], rows);
  const kitchen = availability?.kitchen ?? kitchenFor(stop, cell, inWindow, rows);
  const reasons = [{ type: 'free' as const }, ...way.reasons, ...room];
  const suggestion: Suggestion = { type: 'start', driver, kitchen, stops: [stop], reasons };
  return [{ metres: way.metres, suggestion: () => suggestion }];
}

/** The new stop after the one that is nearest to it; at the end where nobody knows. Undefined when the run is full. */
function insertStop(
  stops: readonly Stop[],
  stop: Stop,
  placesById: SuggestionRows['placesById'],
): readonly Stop[] | undefined {
  const joined = joinStops(stops, [stop]);
  if (!joined.ok) return undefined;
  if (joined.value.length === stops.length) return joined.value;
  const to = placesById.get(stop.checkpoint)?.position;
  const ways = stops.map(({ checkpoint }) => metresBetween(placesById.get(checkpoint)?.position, to) ?? FAR_METRES);
  const nearest = Math.min(...ways);
  return nearest === FAR_METRES ? joined.value : stops.toSpliced(ways.indexOf(nearest) + 1, 0, stop);
}

function wayTo(
  checkpoint: RowId,
  from: readonly RowId[],
  { placesById }: SuggestionRows,
): { readonly metres: number; readonly reasons: readonly SuggestionReason[] } {
  const to = placesById.get(checkpoint);
  const ways = from.flatMap((id) => metresBetween(placesById.get(id)?.position, to?.position) ?? []);
  if (ways.length > 0) {
    const metres = Math.min(...ways);
    return { metres, reasons: [{ type: 'near', metres }] };
  }
  const isSameDistrict =
    to !== undefined && to.district !== '' && from.some((id) => placesById.get(id)?.district === to.district);
  return isSameDistrict
    ? { metres: DISTRICT_METRES, reasons: [{ type: 'sameDistrict' }] }
    : { metres: FAR_METRES, reasons: [] };
}

/** Who cooks for this window, else where the others of the window load, else the only one there is. */
function kitchenFor(
  { lines }: Stop,
  { on, window }: CoverageCell,
  inWindow: readonly Identified<RunBody>[],
  { batches, kitchens }: SuggestionRows,
): RowId | null {
  const cooking = batches.find(
    (batch) =>
      batch.window === window &&
      (batch.on === null || batch.on === on) &&
      kitchens.includes(batch.kitchen) &&
      batch.lines.some(({ item }) => lines.some((line) => line.item === item)),
  );
  const used = inWindow.find(({ body }) => body.kitchen !== null && kitchens.includes(body.kitchen))?.body.kitchen;
  return cooking?.kitchen ?? used ?? (kitchens.length === 1 ? (kitchens[0] ?? null) : null);
}
