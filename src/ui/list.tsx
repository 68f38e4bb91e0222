import type { ReactElement, ReactNode } from 'react';
import styles from './list.module.css';

export type ListProps = {
  readonly children: ReactNode;
  readonly label?: string | undefined;
};

/** Rows on one sheet. */
export function List({ children, label }: ListProps): ReactElement {
  // Safari forgets that a list without bullets is a list unless the role says so.
  return (
    <ul className={styles['list']} role="list" aria-label={label}>
      {children}
    </ul>
  );
}
