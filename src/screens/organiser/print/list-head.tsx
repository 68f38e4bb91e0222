import type { ReactElement } from 'react';
import styles from './list-sheet.module.css';

export type ListHeadProps = {
  readonly kind: string;
  readonly title: string;
  /** Where it is, how to reach it. */
  readonly detail?: string | undefined;
  readonly when: string;
  readonly call: string;
  readonly callLabel: string;
};

/** The head of a list on A4: what it is, for whom, which day, whom to call. */
export function ListHead({ kind, title, detail = '', when, call, callLabel }: ListHeadProps): ReactElement {
  return (
    <header className={styles['head']}>
      <div>
        <p className={styles['label']}>{kind}</p>
        <h2 className={styles['title']}>{title}</h2>
        {detail === '' ? null : <p className={styles['when']}>{detail}</p>}
      </div>
      <div className={styles['side']}>
        <p className={styles['when']}>{when}</p>
        {call === '' ? null : (
          <p>
            {callLabel} <strong>{call}</strong>
          </p>
        )}
      </div>
    </header>
  );
}
