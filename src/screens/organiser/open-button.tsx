import type { ReactElement, ReactNode } from 'react';
import styles from './open-button.module.css';

export type OpenButtonProps = { readonly children: ReactNode; readonly onPress: () => void };

/** A name in a table that opens its form. */
export function OpenButton({ children, onPress }: OpenButtonProps): ReactElement {
  return (
    <button type="button" className={styles['open']} onClick={onPress}>
      {children}
    </button>
  );
}
