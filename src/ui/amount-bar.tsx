import type { ReactElement } from 'react';
import styles from './amount-bar.module.css';

export type AmountBarProps = {
  /** The amount, written out: what is read aloud. */
  readonly text: string;
  /** How much of the longest bar beside it, from 0 to 1. */
  readonly share: number;
};

const WHOLE = 100;

/** An amount in a table with a bar beside it; the bar says nothing that the amount does not. */
export function AmountBar({ text, share }: AmountBarProps): ReactElement {
  return (
    <span className={styles['amount']}>
      <span className={styles['text']}>{text}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles['bar']} style={{ inlineSize: `${Math.round(share * WHOLE)}%` }} />
      </span>
    </span>
  );
}
