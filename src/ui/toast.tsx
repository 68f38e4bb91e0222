import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './toast.module.css';

export type ToastProps = {
  /** Undefined: nothing to say. The component stays mounted, because a live region speaks only what changes inside it. */
  readonly message: string | undefined;
  readonly icon?: IconName | undefined;
};

/** Says what just happened, and lets people go on. */
export function Toast({ message, icon = 'tick' }: ToastProps): ReactElement {
  return (
    <div className={styles['place']} role="status">
      {message === undefined ? null : (
        <div className={styles['toast']}>
          <Icon name={icon} size={1.2} />
          <span>{message}</span>
        </div>
      )}
    </div>
  );
}
