import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './numeral.module.css';

export type NumeralProps = {
  /** Already formatted; undefined while it is not known, and then no number is claimed. */
  readonly value: string | undefined;
  /** The unit or the item. */
  readonly unit: string;
  /** "of 20", "planned 20". */
  readonly detail?: string | undefined;
  readonly size?: 'card' | 'row' | undefined;
  /** `column`: numbers under each other stand in one column. */
  readonly stands?: 'alone' | 'column' | undefined;
};

/** The number of portions is the largest thing on a card. */
export function Numeral({ value, unit, detail, size = 'card', stands = 'alone' }: NumeralProps): ReactElement {
  return (
    <p className={classes(styles['numeral'], styles[size], styles[stands])}>
      <span className={styles['value']}>{value ?? '…'}</span>
      <span className={styles['words']}>
        {' '}
        <span className={styles['unit']}>{unit}</span>
        {detail === undefined ? null : <span className={styles['detail']}> {detail}</span>}
      </span>
    </p>
  );
}
