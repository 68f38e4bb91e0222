import type { ReactElement } from 'react';
import styles from './piyala-icon.module.css';

export type PiyalaIconProps = {
  /** In em of the text around it. */
  readonly size?: number | undefined;
};

/** The mark of the house: a tea bowl with steam, the same drawing as public/icons/icon.svg without its ground. */
export function PiyalaIcon({ size = 2 }: PiyalaIconProps): ReactElement {
  return (
    <svg
      className={styles['piyala']}
      viewBox="0 0 24 24"
      style={{ inlineSize: `${size}em`, blockSize: `${size}em` }}
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles['bowl']} d="M2.6 11h18.8c0 4.2-2.4 7.3-5.6 8.5v1.7H8.2v-1.7C5 18.3 2.6 15.2 2.6 11z" />
      <path className={styles['steam']} d="M9.2 8.2c-1.5-1.9 1.5-3.2 0-5.4M14.8 8.2c-1.5-1.9 1.5-3.2 0-5.4" />
    </svg>
  );
}
