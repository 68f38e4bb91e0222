import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './fill-mark.module.css';

/** A bowl that is full, half full or empty; a dash where there is none. */
export type Fill = 'full' | 'half' | 'empty' | 'none';
export type FillMarkProps = { readonly fill: Fill };

/** How much of something there is, by shape and not by colour. Whoever listens hears the words beside it. */
export function FillMark({ fill }: FillMarkProps): ReactElement {
  return <span className={fillClass(fill)} aria-hidden="true" />;
}

/** The same before the words of an element that is there anyway: a table has thousands of them. */
export function fillClass(fill: Fill): string {
  return classes(styles['mark'], styles[fill]);
}
