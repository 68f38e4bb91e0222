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
  const second = [who, mark].filter((text) => text !== '').join(' · ');
  const shown = mark === '' ? amount : `${amount} !`;
  const amountClass = classes(styles['amount'], fillClass(FILLS[state]));
  // A week has hundreds of cells in sight, and a dialog that opens or closes touches every element: one is enough there.
  const isOneLine = size === 'narrow';
  return (
    <td aria-colindex={column + 2} className={classes(styles['cell'], styles[state], styles[size])}>
      <button
        type="button"
        className={isOneLine ? classes(styles['press'], amountClass) : styles['press']}
        data-cell={`${row}:${column}`}
        tabIndex={isInTabOrder ? 0 : -1}
        aria-label={spoken}
      >
        {isOneLine ? (
          shown
        ) : (
          <>
            <span className={styles['line']}>
              <span className={amountClass}>{shown}</span>
              {handed === '' ? null : <span className={styles['who']}>{handed}</span>}
            </span>
            {second === '' ? null : <span className={styles['who']}>{second}</span>}
          </>
        )}
      </button>
    </td>
  );
});
