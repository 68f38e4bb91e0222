import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './stack.module.css';

export type StackProps = {
  readonly children: ReactNode;
  readonly gap?: 'small' | 'normal' | 'large' | undefined;
  /** `row` puts things side by side and wraps when there is no room; `even` shares the row equally. */
  readonly direction?: 'column' | 'row' | 'even' | undefined;
};

/** Even gaps between things; the one layout that screens need most. */
export function Stack({ children, gap = 'normal', direction = 'column' }: StackProps): ReactElement {
  return <div className={classes(styles['stack'], styles[gap], styles[direction])}>{children}</div>;
}
