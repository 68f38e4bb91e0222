import type { RowId } from '#domain/scalars.ts';
import type { CellState } from '#domain/views/coverage/coverage-cell.ts';
import type { KnownKitchen } from '#store/queries/kitchens.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import type { Called } from '../../common/use-place-name.ts';
import type { MapPlace } from '../../common/map/map-place.ts';
import { boardColumns, cellShown, type CellShown, isGap } from '../coverage/board.ts';
import type { BoardDay } from '../coverage/use-coverage.ts';
import type { Naming } from '../use-naming.ts';

/** What is worst stands for a place that has several windows. */
const WORST_FIRST: readonly CellState[] = ['bare', 'short', 'met', 'notNeeded'];

export type BranchTexts = {
  readonly naming: Naming;
  readonly called: Called;
  readonly states: Readonly<Record<CellState, string>>;
  readonly kitchen: string;
  readonly kitchenLabel: string;
  readonly amountOf: (shown: CellShown) => string;
};

/** Kitchens and checkpoints with what is missing there on a day, in one window or in all of them. */
export function branchPlaces(
  standing: CoverageStanding,
  kitchens: readonly KnownKitchen[],
  { day, window }: { readonly day: BoardDay; readonly window: RowId | '' },
  texts: BranchTexts,
): readonly MapPlace[] {
  const columns = boardColumns([day], standing).filter((column) => window === '' || column.window === window);
  const kitchenPlaces = kitchens
    .filter(({ status }) => status === 'open')
    .map((kitchen): MapPlace => {
      const { id, position } = kitchen;
      return {
        id,
        position,
        name: texts.called(kitchen),
        label: texts.kitchenLabel,
        mark: 'kitchen',
        detail: texts.kitchen,
      };
    });
  const checkpointPlaces = standing.checkpoints.map(({ id, body }): MapPlace => {
    const cells = columns.map((column) => ({ column, shown: cellShown(id, column, '') }));
    const mark = WORST_FIRST.find((state) => cells.some(({ shown }) => shown.state === state)) ?? 'notNeeded';
    const gaps = cells.filter(({ shown }) => isGap(shown.state));
    const told = gaps.map(({ column, shown }) =>
      [standing.windowsById.get(column.window)?.name ?? '', texts.states[shown.state], texts.amountOf(shown)]
        .filter((text) => text !== '')
        .join(' · '),
    );
    const detail = told.length === 0 ? texts.states[mark] : told.join('; ');
    return { id, position: body.position, name: texts.naming.place(id), label: body.code, mark, detail };
  });
  return [...kitchenPlaces, ...checkpointPlaces];
}
