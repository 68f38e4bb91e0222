import { type ItemTraitsBody, usualTraits } from '../../item-traits.ts';
import type { Day, Line, RowId } from '../../scalars.ts';
import type { CellAmount, CellMark, CellState, Cover } from './coverage-cell.ts';
import type { StandingRows } from './coverage-rows.ts';

/** What of a day's rows the marks ask for, ready to be asked for thousands of cells. */
export type MarkContext = {
  readonly on: Day;
  /** When a window began, epoch ms; undefined while it has not. */
  readonly startedAt: (window: RowId) => number | undefined;
  readonly windowsById: StandingRows['windowsById'];
  readonly traitsById: ReadonlyMap<RowId, ItemTraitsBody>;
  readonly heardByMember: ReadonlyMap<RowId, number>;
  /** Drivers in whose car food cools. */
  readonly coolDrivers: ReadonlySet<RowId>;
  /** The kitchen of each run, and when it is ready for a window, in minutes of the day; see `readyMinuteOf`. */
  readonly readyMinute: (run: RowId, window: RowId) => number | undefined;
};

type Cell = {
  readonly window: RowId;
  readonly state: CellState;
  readonly reason: string | null;
  readonly amounts: readonly CellAmount[];
  readonly covers: readonly Cover[];
};

export const NO_MARKS: readonly CellMark[] = [];

/** What somebody should look at in a cell, in the order of urgency. */
export function cellMarks(cell: Cell, context: MarkContext): readonly CellMark[] {
  const { covers, reason } = cell;
  let [isCalledOff, hasNoDriver, isDeclined, isHot, isNotAccepted] = [false, false, false, false, false];
  for (const cover of covers) {
    const { status, delivered, driver, answer, isComing } = cover;
    if (delivered !== null || (status !== 'planned' && status !== 'underWay')) continue;
    isCalledOff ||= isComing && reason !== null;
    isHot ||= isComing && isTooLongOut(cell.window, cover, context);
    if (status !== 'planned') continue;
    hasNoDriver ||= driver === null;
    isDeclined ||= driver !== null && answer === 'declined';
    isNotAccepted ||= driver !== null && answer === 'none';
  }
  const marks: CellMark[] = [];
  if (isCalledOff) marks.push('calledOff');
  if (hasNoDriver) marks.push('noDriver');
  if (isDeclined) marks.push('declined');
  if (staleCover(cell, context) !== undefined) marks.push('stale');
  if (isHot) marks.push('hot');
  if (isNotAccepted) marks.push('notAccepted');
  if (isTwice(cell)) marks.push('twice');
  return marks.length === 0 ? NO_MARKS : marks;
}

/** Whoever is late: the window has begun, nothing was recorded, and their phone was not heard since. */
export function staleCover(
  { window, covers }: Pick<Cell, 'window' | 'covers'>,
  { startedAt, heardByMember }: MarkContext,
): Cover | undefined {
  const since = startedAt(window);
  if (since === undefined) return undefined;
  return covers.find(({ isComing, driver }) => isComing && driver !== null && (heardByMember.get(driver) ?? 0) < since);
}

/** True when one of those who bring something could stay at home, and all that is needed would come all the same. */
function isTwice({ covers, amounts, state }: Cell): boolean {
  if (state === 'notNeeded' || covers.length < 2) return false;
  const bringing = covers.map(comingLines).filter((lines) => lines.length > 0);
  if (bringing.length < 2) return false;
  return bringing.some((lines) => {
    const own = amounts
      .filter(({ needed }) => needed > 0)
      .map(({ item, needed, coming }) => ({ needed, coming, brought: sumOf(lines, item) }))
      .filter(({ brought }) => brought > 0);
    return own.length > 0 && own.every(({ needed, coming, brought }) => coming - brought >= needed);
  });
}

function comingLines({ planned, delivered, isComing }: Cover): readonly Line[] {
  return (delivered ?? (isComing ? planned : [])).filter(({ count }) => count > 0);
}

function sumOf(lines: readonly Line[], item: RowId): number {
  return lines.reduce((sum, line) => sum + (line.item === item ? line.count : 0), 0);
}

/** Even handed over in the window's last minute it must not have been out of the pot for longer than its item bears. */
function isTooLongOut(window: RowId, { run, driver, planned }: Cover, context: MarkContext): boolean {
  const endMinute = context.windowsById.get(window)?.endMinute;
  const readyMinute = run === null ? undefined : context.readyMinute(run, window);
  if (endMinute === undefined || readyMinute === undefined) return false;
  const cools = driver !== null && context.coolDrivers.has(driver);
  return planned.some(({ item }) => {
    const { hotHoldMinutes, coolingMinutes } = context.traitsById.get(item) ?? usualTraits;
    const limit = cools ? (coolingMinutes ?? hotHoldMinutes) : hotHoldMinutes;
    return limit !== null && endMinute - readyMinute > limit;
  });
}
