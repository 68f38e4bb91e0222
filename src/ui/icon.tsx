import type { ReactElement } from 'react';
import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './icon.module.css';

export type IconProps = {
  readonly name: IconName;
  /** In em of the text beside it: 1.5 when absent. */
  readonly size?: number | undefined;
};

/** A picture beside words; it says nothing to a screen reader, because the words do. */
export function Icon({ name, size = 1.5 }: IconProps): ReactElement {
  // A picture stops growing where it would take the words' place: at 200 % text the words need the room.
  const side = `min(${size}em, ${size * 22}px)`;
  return (
    <svg
      className={styles['icon']}
      viewBox="0 0 24 24"
      style={{ inlineSize: side, blockSize: side }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
