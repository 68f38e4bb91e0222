import type { ReactElement } from 'react';
import styles from './fill-mark.module.css';

export type FillMarkProps = {
  /** A bowl that is full, half full or empty; a dash where there is none. */
  readonly fill: 'full' | 'half' | 'empty' | 'none';
};

/** How much of something there is, by shape and not by colour. Whoever listens hears the words beside it. */
export function FillMark({ fill }: FillMarkProps): ReactElement {
  return (
    <svg className={styles[fill]} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {fill === 'none' ? (
        <path d="M4 8h8" className={styles['line']} />
      ) : (
        <>
          <path d="M1.8 5h12.4c0 4.4-2.4 7.2-6.2 7.2S1.8 9.4 1.8 5z" className={styles['line']} />
          {fill === 'full' ? (
            <path d="M1.8 5h12.4c0 4.4-2.4 7.2-6.2 7.2S1.8 9.4 1.8 5z" className={styles['food']} />
          ) : null}
          {fill === 'half' ? (
            <path d="M2.6 8.4h10.8c-.8 2.5-2.7 3.8-5.4 3.8s-4.6-1.3-5.4-3.8z" className={styles['food']} />
          ) : null}
        </>
      )}
    </svg>
  );
}
