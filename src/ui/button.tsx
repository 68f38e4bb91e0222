import type { ReactElement, ReactNode } from 'react';
import { buttonClass, type ButtonLook, type ButtonSize, type ButtonWidth } from './button-look.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { usePressOnce } from './press.ts';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary` is amber: the one thing to do now, once on a screen. */
  readonly look?: ButtonLook;
  /** `big` for the one act of the driver; `dense` for rows; otherwise as tall as the surroundings ask. */
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly width?: ButtonWidth;
  /** A press counts once for each value: pass the act's own id, and a double tap records once. */
  readonly once?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  readonly isBusy?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly isPressed?: boolean;
};

const nothing = (): void => {};

export function Button(props: ButtonProps): ReactElement {
  const { children, onPress = nothing, look = 'secondary', size = 'normal', icon, width = 'content', once } = props;
  const press = usePressOnce(onPress, once);
  return (
    <button
      type={props.type ?? 'button'}
      className={buttonClass(look, size, width)}
      onClick={press}
      disabled={props.isDisabled}
      aria-busy={props.isBusy}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.isPressed}
    >
      {icon === undefined ? null : <Icon name={icon} size={1.35} />}
      <span>{children}</span>
    </button>
  );
}
