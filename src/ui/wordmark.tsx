import type { ReactElement } from 'react';
import { PiyalaIcon } from './piyala-icon.tsx';
import styles from './wordmark.module.css';

export type WordmarkProps = { readonly name: string };

export function Wordmark({ name }: WordmarkProps): ReactElement {
  return (
    <p className={styles['wordmark']}>
      <PiyalaIcon size={1.6} />
      <span>{name}</span>
    </p>
  );
}
