import type { ComponentProps, ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './pick-input.module.css';

export type PickInputProps = Omit<ComponentProps<'input'>, 'type'> & {
  readonly type: 'date' | 'time';
  /** What is picked, in the app's words; empty while nothing is. */
  readonly shown: string;
};

/** The browser's own calendar or clock to pick from; what is picked reads in the app's language, not in the browser's. */
export function PickInput({ shown, className, ...input }: PickInputProps): ReactElement {
  return (
    <span className={styles['pick']}>
      <input {...input} className={classes(styles['input'], className)} />
      <span className={styles['shown']} aria-hidden="true">
        {shown}
      </span>
    </span>
  );
}
