import { dayToNumber, weekdayOf } from '../../days.ts';
import { batchId } from '../../derived-ids.ts';
import type { Day, Line } from '../../scalars.ts';
import { addAmounts, type ItemAmount } from '../item-amounts.ts';
import { allOf, atCell, type ByCell, type ByCellBeingMade, putAtCell } from './by-cell.ts';
import { cellAmounts, headsFor } from './cell-amounts.ts';
import { cellMarks, type MarkContext, NO_MARKS, staleCover } from './cell-marks.ts';
import type { CellAmount, CellState, Cover, CoverageCell } from './coverage-cell.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from './coverage-rows.ts';
import { coversOfDay } from './covers-of-day.ts';
import { type Need, needsSaidOfDay, standingNeed } from './needs-of-day.ts';

export type DayCoverage = {
  /** A cell for everything that is needed, and for everything that comes. */
  readonly cells: ByCell<CoverageCell>;
  /** What was planned and delivered outside every window, each item once: no cell can show it. */
  readonly besides: readonly ItemAmount[];
};

/** Who covers what on one day, and where gaps are. Linear in its rows. */
export function dayCoverage(standing: StandingRows, day: CoverageDayRows, now: CoverageNow): DayCoverage {
  const said = needsSaidOfDay(standing.requirements, day);
  const { byCell, besides } = coversOfDay(day);
  const context = markContext(standing, day, now);
  const weekday = weekdayOf(day.on);
  const cells: ByCellBeingMade<CoverageCell> = new Map();
  const put = (need: Need): void => {
    const { checkpoint, window } = need;
    putAtCell(cells, checkpoint, window, cellOf(need, atCell(byCell, checkpoint, window) ?? NOBODY, context));
  };
  for (const need of allOf(said)) put(need);
  for (const one of standing.requirements)
    if (atCell(said, one.checkpoint, one.window) === undefined) put(standingNeed(one, day.on, weekday));
  for (const [window, ofWindow] of byCell) {
    for (const [checkpoint, covers] of ofWindow) {
      if (atCell(cells, checkpoint, window) === undefined)
        putAtCell(cells, checkpoint, window, cellOf({ ...NOTHING, checkpoint, window }, covers, context));
    }
  }
  return {
    cells,
    besides: addAmounts(besides.flatMap(({ planned, delivered }) => amountsOf(planned, delivered ?? []))),
  };
}

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;
const NOBODY: readonly Cover[] = [];
const NOTHING = { headcount: 0, perHead: [], priority: 'usual', reason: null } as const;

function cellOf(need: Need, covers: readonly Cover[], context: MarkContext): CoverageCell {
  const { checkpoint, window, perHead, priority, reason } = need;
  const isNeeded = need.headcount > 0 && reason === null && perHead.length > 0;
  const heads = { headcount: isNeeded ? need.headcount : 0, perHead };
  const amounts = cellAmounts(heads, covers);
  const state = stateOf(amounts);
  const marks = covers.length === 0 ? NO_MARKS : cellMarks({ window, state, reason, amounts, covers }, context);
  const late = marks.includes('stale') ? staleCover({ window, covers }, context)?.driver : undefined;
  return {
    checkpoint,
    window,
    on: context.on,
    state,
    headcount: heads.headcount,
    heads: headsFor(heads, amounts, 'coming'),
    fed: headsFor(heads, amounts, 'delivered'),
    priority,
    reason,
    amounts,
    covers,
    marks,
    heardAt: late === undefined || late === null ? null : (context.heardByMember.get(late) ?? null),
  };
}

function stateOf(amounts: readonly CellAmount[]): CellState {
  let [neededCount, fullCount, comingCount] = [0, 0, 0];
  for (const { needed, coming } of amounts) {
    if (needed === 0) continue;
    neededCount += 1;
    if (coming >= needed) fullCount += 1;
    if (coming > 0) comingCount += 1;
  }
  if (neededCount === 0) return 'notNeeded';
  if (fullCount === neededCount) return 'met';
  return comingCount > 0 ? 'short' : 'bare';
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
  const started = new Map(
    [...standing.windowsById].map(([id, window]) => [id, startedAt(window.startMinute, on, now)]),
  );
  return {
    on,
    startedAt: (window) => started.get(window),
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

function startedAt(
  startMinute: number,
  on: Day,
  { today, minuteOfDay, startOfToday }: CoverageNow,
): number | undefined {
  const minutesSince = (dayToNumber(today) - dayToNumber(on)) * DAY_MINUTES + minuteOfDay - startMinute;
  return minutesSince < 0 ? undefined : startOfToday + (minuteOfDay - minutesSince) * MINUTE_MS;
}
