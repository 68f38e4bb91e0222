import type { Count, Day, RowId } from '#domain/scalars.ts';
import { dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { at, dayOf, requirement, run, standing } from '#test/support/coverage-world.ts';
import { type Figure, median } from './statistics.ts';

const SIZES = [50, 500, 5_000];
const ROUNDS = 9;
const STOPS_A_RUN = 5;
/** Linear: a row may not cost more where there are more of them; the rest is the machine's caches. */
const LINEAR = 2;

/** The coverage view for so many checkpoints in four windows: what a row costs, beside what it costs in the smallest world. */
export function measureCoverageView(): readonly Figure[] {
  // Once before, so that no size pays for the others' warming up.
  for (const size of SIZES) perRowMs(size);
  const costs = SIZES.map((size) => ({ size, perRow: perRowMs(size) }));
  const [smallest] = costs;
  return costs.map(({ size, perRow }) => ({
    name: `V coverage view, 1,000 rows of ${size} checkpoints`,
    deliveryCount: size,
    samples: [{ ours: perRow * 1_000, baseline: (smallest?.perRow ?? perRow) * 1_000 }],
    unit: 'ms',
    bound: LINEAR,
  }));
}

function perRowMs(checkpointCount: number): number {
  const world = coverageWorld(checkpointCount);
  const took = Array.from({ length: ROUNDS }, () => {
    // The small world is looked at as often as it takes to see the same number of rows, and what was seen is kept as the
    // board keeps it: else the engine would throw small answers away for nothing, and have to carry the large one about.
    const repeats = Math.max(1, Math.round(5_000 / checkpointCount));
    const startedAt = performance.now();
    const seen = Array.from({ length: repeats }, () => dayCoverage(world.standing, world.day, at(450)));
    return (performance.now() - startedAt) / seen.length;
  });
  return median(took) / (world.standing.requirements.length + world.day.runs.length * STOPS_A_RUN);
}

/** So many checkpoints, each with four windows, of which three in four are covered by runs of five stops. */
export function coverageWorld(checkpointCount: number) {
  const windows = ['w1', 'w2', 'w3', 'w4'].map((id) => id as RowId);
  const places = Array.from({ length: checkpointCount }, (_, index) => `c${index}` as RowId);
  const tea = 'tea' as RowId;
  const requirements = windows.flatMap((window) => places.map((place) => requirement(place, window, 20)));
  const lines = [{ item: tea, count: 10_000 as Count }];
  const runs = windows.flatMap((window) =>
    Array.from({ length: Math.floor((checkpointCount * 0.75) / STOPS_A_RUN) }, (_, index) => {
      const stops = places
        .slice(index * STOPS_A_RUN, (index + 1) * STOPS_A_RUN)
        .map((checkpoint) => ({ checkpoint, lines }));
      return run(`r${window}${index}`, { window, on: '2026-01-15' as Day, stops });
    }),
  );
  const windowsById = new Map(
    windows.map((id, index) => [
      id,
      { name: id, startMinute: 300 * index, endMinute: 300 * index + 120, status: 'open' as const },
    ]),
  );
  return { standing: standing({ requirements, windowsById }), day: dayOf({ runs }) };
}
