import { classes } from './classes.ts';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'big' | 'dense';
export type ButtonWidth = 'content' | 'full';

/** Buttons and links that look like buttons share one dress. */
export function buttonClass(look: ButtonLook, size: ButtonSize, width: ButtonWidth): string {
  return classes(styles['button'], styles[look], styles[size], styles[width]);
}
