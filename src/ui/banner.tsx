import { useId, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './banner.module.css';

export type BannerProps = {
  /** `warn` is red: it needs a person. What only needs to be known is `info`. */
  readonly tone: 'info' | 'warn';
  readonly title: string;
  /** What is safe, and what to do. */
  readonly children?: ReactNode | undefined;
  readonly action?: ReactNode | undefined;
  readonly icon?: IconName | undefined;
};

export function Banner({ tone, title, children, action, icon }: BannerProps): ReactElement {
  const titleId = useId();
  return (
    <section className={classes(styles['banner'], styles[tone])} aria-labelledby={titleId}>
      <p className={styles['title']} id={titleId}>
        <Icon name={icon ?? (tone === 'warn' ? 'exclamation' : 'clock')} size={1.3} />
        <span>{title}</span>
      </p>
      {children === undefined ? null : <div>{children}</div>}
      {action === undefined ? null : <div className={styles['action']}>{action}</div>}
    </section>
  );
}
