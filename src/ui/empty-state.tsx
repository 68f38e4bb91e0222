import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './empty-state.module.css';

export type EmptyStateProps = {
  readonly icon: IconName;
  readonly title: string;
  /** What will appear here, and what makes it appear. */
  readonly children?: ReactNode | undefined;
  readonly action?: ReactNode | undefined;
};

export function EmptyState({ icon, title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles['empty']}>
      <span className={styles['picture']}>
        <Icon name={icon} size={2.5} />
      </span>
      <p className={styles['title']}>{title}</p>
      {children === undefined ? null : <div className={styles['words']}>{children}</div>}
      {action}
    </div>
  );
}
