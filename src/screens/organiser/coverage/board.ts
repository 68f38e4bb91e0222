import { nameIn } from '#domain/other-names.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { atCell } from '#domain/views/coverage/by-cell.ts';
import type { CellState, CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import { searchPlaces } from '#domain/views/place-search.ts';
import type { Language } from '#i18n/language.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import type { BoardDay } from './use-coverage.ts';

/** What of the board is shown; empty texts show everything. */
export type BoardFilter = {
  readonly show: 'all' | 'gaps';
  readonly district: string;
  readonly item: RowId | '';
  /** Number or name of a checkpoint. */
  readonly search: string;
};

export type BoardColumn = { readonly on: Day; readonly window: RowId; readonly day: BoardDay };
export type BoardRow = { readonly id: RowId; readonly name: string; readonly code: string; readonly district: string };

/** How a cell stands for all of its items, or for one of them. */
export type CellShown = {
  readonly cell: CoverageCell | undefined;
  readonly state: CellState;
  /** Heads, or thousandths of the one item. */
  readonly coming: number;
  readonly needed: number;
  readonly delivered: number;
};

/** One column for each window of each day, in the order of time. */
export function boardColumns(days: readonly BoardDay[], { windows }: CoverageStanding): readonly BoardColumn[] {
  return days.flatMap((day) => windows.map(({ id }) => ({ on: day.on, window: id, day })));
}

/** The checkpoints of a district, or that fit what was typed, by their numbers and called as the reader calls them. */
export function placeRows(
  { checkpoints }: Pick<CoverageStanding, 'checkpoints'>,
  { search, district: wanted }: BoardFilter,
  language: Language,
): readonly BoardRow[] {
  const places = checkpoints.map(({ id, body }) => ({ id, ...body }));
  const searched = search.trim() === '' ? places : searchPlaces(places, search);
  return searched
    .filter(({ district }) => wanted === '' || district === wanted)
    .map((place) => ({ id: place.id, name: nameIn(place, language), code: place.code, district: place.district }));
}

/** Those of them where the filter finds something; the very same list where it lets all through. */
export function boardRows(
  places: readonly BoardRow[],
  columns: readonly BoardColumn[],
  filter: BoardFilter,
): readonly BoardRow[] {
  if (filter.show === 'all' && filter.item === '') return places;
  return places.filter((row) => columns.some((column) => isShown(cellShown(row.id, column, filter.item), filter)));
}

function isShown({ state, needed }: CellShown, { show }: BoardFilter): boolean {
  return show === 'gaps' ? isGap(state) : needed > 0;
}

export function isGap(state: CellState): boolean {
  return state === 'short' || state === 'bare';
}

/** What stands at a checkpoint in a column. */
export function cellShown(checkpoint: RowId, { window, day }: Omit<BoardColumn, 'on'>, item: RowId | ''): CellShown {
  const cell = atCell(day.coverage().cells, checkpoint, window);
  if (cell === undefined) return { cell, state: 'notNeeded', coming: 0, needed: 0, delivered: 0 };
  if (item === '') return { cell, state: cell.state, coming: cell.heads, needed: cell.headcount, delivered: cell.fed };
  const amount = cell.amounts.find((one) => one.item === item);
  const { coming = 0, needed = 0, delivered = 0 } = amount ?? {};
  return { cell, state: stateOf(coming, needed), coming, needed, delivered };
}

function stateOf(coming: number, needed: number): CellState {
  if (needed === 0) return 'notNeeded';
  if (coming >= needed) return 'met';
  return coming > 0 ? 'short' : 'bare';
}

/** How many gaps a column has among the rows that are shown, and whether anything is needed there at all. */
export function gapsOf(
  rows: readonly BoardRow[],
  column: Omit<BoardColumn, 'on'>,
  item: RowId | '',
): { readonly gaps: number; readonly isNeeded: boolean } {
  let [gaps, isNeeded] = [0, false];
  for (const row of rows) {
    const { state, needed } = cellShown(row.id, column, item);
    if (isGap(state)) gaps += 1;
    isNeeded ||= needed > 0;
  }
  return { gaps, isNeeded };
}
