import { memo, type ReactElement } from 'react';
import type { CellState } from '#domain/views/coverage/coverage-cell.ts';
import { classes } from '#ui/classes.ts';
import { type Fill, fillClass } from '#ui/fill-mark.tsx';
import styles from './coverage.module.css';

export type BoardCellProps = {
  readonly row: number;
  readonly column: number;
  readonly state: CellState;
  readonly amount: string;
  readonly handed: string;
  readonly who: string;
  readonly mark: string;
  readonly spoken: string;
  readonly size: 'roomy' | 'narrow';
  readonly isInTabOrder: boolean;
};

export const FILLS: Readonly<Record<CellState, Fill>> = {
  met: 'full',
  short: 'half',
  bare: 'empty',
  notNeeded: 'none',
};

/** One cell: how full the bowl is, for how many, who, and what to look at. Drawn again only when its words change. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps): ReactElement {
  const { row, column, state, amount, handed, who, mark, spoken, size, isInTabOrder } = props;
  const second = [who, mark, handed].filter((text) => text !== '').join(' · ');
  // As few elements as there can be: a dialog that opens or closes makes the browser look again at each of them.
  return (
    <td aria-colindex={column + 2} className={classes(styles['cell'], styles[state], styles[size])}>
      <button
        type="button"
        className={classes(styles['press'], fillClass(FILLS[state]))}
        data-cell={`${row}:${column}`}
        tabIndex={isInTabOrder ? 0 : -1}
        aria-label={spoken}
      >
        {mark === '' ? amount : `${amount} !`}
        {size === 'narrow' || second === '' ? null : <span className={styles['who']}>{second}</span>}
      </button>
    </td>
  );
});
