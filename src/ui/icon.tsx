import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './icon.module.css';

export type IconProps = {
  readonly name: IconName;
  /** In em of the text beside it: 1.5 when absent. */
  readonly size?: number | undefined;
  /** Dresses it in place of a size. */
  readonly className?: string | undefined;
};

/** A picture beside words; it says nothing to a screen reader, because the words do. */
export function Icon({ name, size = 1.5, className }: IconProps): ReactElement {
  // A picture stops growing where it would take the words' place: at 200 % text the words need the room.
  const side = `min(${size}em, ${size * 22}px)`;
  return (
    <svg
      className={classes(styles['icon'], className)}
      viewBox="0 0 24 24"
      style={className === undefined ? { inlineSize: side, blockSize: side } : undefined}
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
