import type { RowId } from '../../scalars.ts';
import type { ByCell } from './by-cell.ts';
import type { CoverageCell } from './coverage-cell.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from './coverage-rows.ts';
import { type DayCoverage, dayCoverage } from './day-coverage.ts';

/** A day as it was looked at, and what it meant. */
export type DaySeen = { readonly rows: CoverageDayRows; readonly coverage: DayCoverage };

/** Where so many places are touched, finding out which costs more than it saves. */
const MOST_PLACES = 64;

/**
 * The coverage of a day of which it is known how it was a moment ago, with the same standing rows and the same clock: only
 * the places that something was changed for are looked at, and every other cell stays the very same object. A cell is made of
 * what is of its own place; of a run, all stops are looked at, since a record may belong to any of them.
 */
export function dayCoverageAfter(
  standing: StandingRows,
  before: DaySeen,
  day: CoverageDayRows,
  now: CoverageNow,
): DayCoverage {
  const places = touchedPlaces(before.rows, day);
  if (places.size === 0) return before.coverage;
  if (places.size > MOST_PLACES || before.coverage.besides.length > 0) return dayCoverage(standing, day, now);
  const requirements = standing.requirements.filter(({ checkpoint }) => places.has(checkpoint));
  const part = dayCoverage({ ...standing, requirements }, partOf(day, places), now);
  // What is in no cell is of no place either.
  if (part.besides.length > 0) return dayCoverage(standing, day, now);
  return { cells: laidOver(before.coverage.cells, part.cells, places), besides: [] };
}

function touchedPlaces(before: CoverageDayRows, after: CoverageDayRows): ReadonlySet<RowId> {
  const places = new Set<RowId>();
  const runs = differing(before.runs, after.runs);
  for (const { body } of runs) for (const { checkpoint } of body.stops) places.add(checkpoint);
  const ofRuns = new Set(runs.map(({ id }) => id));
  const isCorrected = (id: RowId) => before.correctionsById.get(id) !== after.correctionsById.get(id);
  for (const { deliveries } of [before, after])
    for (const { body } of deliveries)
      if ((body.run !== null && ofRuns.has(body.run)) || body.corrections.some(isCorrected))
        places.add(body.checkpoint);
  for (const { body } of differing(before.deliveries, after.deliveries)) places.add(body.checkpoint);
  for (const one of differing(before.dayRequirements, after.dayRequirements)) places.add(one.checkpoint);
  for (const one of differing(before.cancellations, after.cancellations)) places.add(one.checkpoint);
  return places;
}

/** What is not the same object in both. */
function differing<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  const [known, now] = [new Set(before), new Set(after)];
  return [...before.filter((one) => !now.has(one)), ...after.filter((one) => !known.has(one))];
}

/** All that is of some places, with the whole runs that go there. */
function partOf(day: CoverageDayRows, places: ReadonlySet<RowId>): CoverageDayRows {
  const isThere = ({ checkpoint }: { readonly checkpoint: RowId }): boolean => places.has(checkpoint);
  const named = new Set(day.deliveries.filter(({ body }) => isThere(body)).map(({ body }) => body.run));
  const runs = day.runs.filter(({ id, body }) => named.has(id) || body.stops.some(isThere));
  return {
    ...day,
    runs,
    deliveries: day.deliveries.filter(({ body }) => isThere(body)),
    dayRequirements: day.dayRequirements.filter(isThere),
    cancellations: day.cancellations.filter(isThere),
  };
}

function laidOver(
  before: ByCell<CoverageCell>,
  part: ByCell<CoverageCell>,
  places: ReadonlySet<RowId>,
): ByCell<CoverageCell> {
  const cells = new Map([...before].map(([window, ofWindow]) => [window, new Map(ofWindow)]));
  for (const place of places) {
    for (const ofWindow of cells.values()) ofWindow.delete(place);
    for (const [window, ofWindow] of part) {
      const cell = ofWindow.get(place);
      if (cell === undefined) continue;
      const known = cells.get(window);
      if (known === undefined) cells.set(window, new Map([[place, cell]]));
      else known.set(place, cell);
    }
  }
  return cells;
}
