import { batchId } from '../../derived-ids.ts';
import type { Line, RowId } from '../../scalars.ts';
import { addAmounts, type ItemAmount } from '../item-amounts.ts';
import { cellAmounts, headsFor } from './cell-amounts.ts';
import { cellMarks, type MarkContext, staleCover } from './cell-marks.ts';
import type { CellAmount, CellState, Cover, CoverageCell } from './coverage-cell.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from './coverage-rows.ts';
import { coversOfDay } from './covers-of-day.ts';
import { type Need, neededLines, needsOfDay } from './needs-of-day.ts';

export type DayCoverage = {
  /** By `requirementId`: a cell for everything that is needed, and for everything that comes. */
  readonly cells: ReadonlyMap<RowId, CoverageCell>;
  /** What was planned and delivered outside every window, each item once: no cell can show it. */
  readonly besides: readonly ItemAmount[];
};

/** Who covers what on one day, and where gaps are. Linear in its rows. */
export function dayCoverage(standing: StandingRows, day: CoverageDayRows, now: CoverageNow): DayCoverage {
  const needs = needsOfDay(standing, day);
  const { byCell, besides } = coversOfDay(day);
  const context = markContext(standing, day, now);
  const cells = new Map<RowId, CoverageCell>();
  for (const [id, need] of needs) cells.set(id, cellOf(need, byCell.get(id)?.covers ?? [], context));
  for (const [id, { checkpoint, window, covers }] of byCell) {
    if (!cells.has(id)) cells.set(id, cellOf({ ...NOTHING, checkpoint, window }, covers, context));
  }
  return {
    cells,
    besides: addAmounts(besides.flatMap(({ planned, delivered }) => amountsOf(planned, delivered ?? []))),
  };
}

const NOTHING = { headcount: 0, perHead: [], priority: 'usual', reason: null } as const;

function cellOf(need: Need, covers: readonly Cover[], context: MarkContext): CoverageCell {
  const needed = neededLines(need);
  const amounts = cellAmounts(needed, covers);
  const headcount = needed.length === 0 ? 0 : need.headcount;
  const state = stateOf(amounts);
  const cell = { window: need.window, state, reason: need.reason, amounts, covers };
  const marks = cellMarks(cell, context);
  const late = marks.includes('stale') ? staleCover(cell, context)?.driver : undefined;
  return {
    checkpoint: need.checkpoint,
    on: context.on,
    priority: need.priority,
    headcount,
    heads: headsFor({ headcount, perHead: need.perHead }, amounts, 'coming'),
    fed: headsFor({ headcount, perHead: need.perHead }, amounts, 'delivered'),
    ...cell,
    marks,
    heardAt: late === undefined || late === null ? null : (context.heardByMember.get(late) ?? null),
  };
}

function stateOf(amounts: readonly CellAmount[]): CellState {
  const needed = amounts.filter((amount) => amount.needed > 0);
  if (needed.length === 0) return 'notNeeded';
  if (needed.every(({ needed: count, coming }) => coming >= count)) return 'met';
  return needed.some(({ coming }) => coming > 0) ? 'short' : 'bare';
}

function amountsOf(planned: readonly Line[], delivered: readonly Line[]): readonly ItemAmount[] {
  const none = 0 as Line['count'];
  return [
    ...planned.map(({ item, count }) => ({ item, planned: count, delivered: none })),
    ...delivered.map(({ item, count }) => ({ item, planned: none, delivered: count })),
  ];
}

function markContext(standing: StandingRows, { on, runs }: CoverageDayRows, now: CoverageNow): MarkContext {
  const kitchens = new Map(runs.map(({ id, body }) => [id, body.kitchen]));
  const ready = new Map(
    standing.batches.map(({ kitchen, window, on: day, readyMinute }) => [batchId(kitchen, window, day), readyMinute]),
  );
  const cool = standing.vehicles.filter(({ status, keepsHot }) => status === 'open' && !keepsHot);
  return {
    on,
    now,
    windowsById: standing.windowsById,
    traitsById: standing.traitsById,
    heardByMember: standing.heardByMember,
    coolDrivers: new Set(cool.flatMap(({ driver }) => driver ?? [])),
    readyMinute: (run, window) => {
      const kitchen = kitchens.get(run) ?? null;
      if (kitchen === null) return undefined;
      return ready.get(batchId(kitchen, window, on)) ?? ready.get(batchId(kitchen, window, null));
    },
  };
}
