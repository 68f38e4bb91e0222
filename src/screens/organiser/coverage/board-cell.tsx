import { memo, type ReactElement } from 'react';
import type { CellState } from '#domain/views/coverage/coverage-cell.ts';
import { classes } from '#ui/classes.ts';
import { FillMark, type FillMarkProps } from '#ui/fill-mark.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './coverage.module.css';

export type BoardCellProps = {
  readonly place: string;
  readonly state: CellState;
  readonly amount: string;
  readonly who: string;
  readonly mark: string;
  readonly spoken: string;
  readonly size: 'roomy' | 'narrow';
  readonly isInTabOrder: boolean;
};

export const FILLS: Readonly<Record<CellState, FillMarkProps['fill']>> = {
  met: 'full',
  short: 'half',
  bare: 'empty',
  notNeeded: 'none',
};

/** One cell: how full the bowl is, for how many, who, and what to look at. Drawn again only when its words change. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps): ReactElement {
  const { place, state, amount, who, mark, spoken, size, isInTabOrder } = props;
  return (
    <td className={classes(styles['cell'], styles[state], styles[size])}>
      <button
        type="button"
        className={styles['press']}
        data-cell={place}
        tabIndex={isInTabOrder ? 0 : -1}
        aria-label={spoken}
      >
        <span className={styles['amount']}>
          <FillMark fill={FILLS[state]} />
          <span>{amount}</span>
          {mark === '' || size === 'roomy' ? null : <Icon name="exclamation" size={0.9} />}
        </span>
        {size === 'narrow' ? null : (
          <span className={styles['second']}>
            <span className={styles['who']}>{who}</span>
            {mark === '' ? null : (
              <span className={styles['mark']}>
                <Icon name="exclamation" size={0.9} />
                <span>{mark}</span>
              </span>
            )}
          </span>
        )}
      </button>
    </td>
  );
});
