import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { buttonClass, type ButtonLook, type ButtonSize, type ButtonWidth } from './button-look.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { followWithin } from './follow-within.ts';

export type ButtonLinkProps = {
  readonly children: ReactNode;
  readonly href: string;
  readonly look?: ButtonLook | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
  readonly width?: ButtonWidth | undefined;
  /** Given for a place inside the app: a plain click calls it instead of loading the page. */
  readonly onGo?: ((href: string) => void) | undefined;
  /** Another site opens in a window of its own, so that the app stays where it was. */
  readonly opens?: 'here' | 'elsewhere' | undefined;
  /** Save the address as a file of this name. */
  readonly saveAs?: string | undefined;
};

/** A link to go to, call or save, dressed as a button. */
export function ButtonLink(props: ButtonLinkProps): ReactElement {
  const {
    children,
    href,
    look = 'secondary',
    size = 'normal',
    icon,
    width = 'content',
    onGo,
    opens = 'here',
    saveAs,
  } = props;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => followWithin(event, href, onGo);
  const elsewhere = opens === 'elsewhere' ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a className={buttonClass(look, size, width)} href={href} download={saveAs} onClick={follow} {...elsewhere}>
      {icon === undefined ? null : <Icon name={icon} size={1.25} />}
      <span>{children}</span>
    </a>
  );
}
