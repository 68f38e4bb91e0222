import type { ReactElement, ReactNode } from 'react';
import { buttonClass, type ButtonLook, type ButtonSize, type ButtonWidth } from './button-look.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { usePressOnce } from './press.ts';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  /** `primary` is amber: the one thing to do now, once on a screen. */
  readonly look?: ButtonLook | undefined;
  /** `big` for the one act of the driver; `dense` for rows; otherwise as tall as the surroundings ask. */
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
  readonly width?: ButtonWidth | undefined;
  /** A press counts once for each value: pass the act's own id, and a double tap records once. */
  readonly once?: string | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isBusy?: boolean | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly isPressed?: boolean | undefined;
};

const nothing = (): void => {};

export function Button(props: ButtonProps): ReactElement {
  const { children, onPress = nothing, look = 'secondary', size = 'normal', icon, width = 'content', once } = props;
  const press = usePressOnce(onPress, once);
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- it is always one of the three
      type={props.type ?? 'button'}
      className={buttonClass(look, size, width)}
      onClick={press}
      disabled={props.isDisabled}
      aria-busy={props.isBusy}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-pressed={props.isPressed}
    >
      {icon === undefined ? null : <Icon name={icon} size={1.25} />}
      <span>{children}</span>
    </button>
  );
}
