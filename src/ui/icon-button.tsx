import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { usePressOnce } from './press.ts';
import styles from './icon-button.module.css';

export type IconButtonProps = {
  readonly icon: IconName;
  /** What a screen reader says, and the tooltip. */
  readonly label: string;
  readonly onPress: () => void;
  readonly look?: 'plain' | 'outlined' | undefined;
  readonly once?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

export function IconButton(props: IconButtonProps): ReactElement {
  const { icon, label, onPress, look = 'plain', once, isDisabled } = props;
  const press = usePressOnce(onPress, once);
  return (
    <button
      type="button"
      className={classes(styles['button'], styles[look])}
      onClick={press}
      disabled={isDisabled}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
