import { useEffect, useRef, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { followWithin } from './follow-within.ts';
import { Icon } from './icon.tsx';
import styles from './screen-header.module.css';

export type ScreenHeaderProps = {
  readonly title: string;
  /** One quiet line under the title: the date, the last contact with the server. */
  readonly subtitle?: ReactNode | undefined;
  readonly back?: { readonly label: string; readonly href: string; readonly onGo: (href: string) => void } | undefined;
  /** Icon buttons at the end of the line. */
  readonly actions?: ReactNode | undefined;
  /** `title` moves the focus to the title when the screen opens, so that a screen reader says where one is. */
  readonly focus?: 'title' | 'stay' | undefined;
};

export function ScreenHeader({ title, subtitle, back, actions, focus = 'stay' }: ScreenHeaderProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus === 'title') heading.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <header className={styles['header']}>
      {back === undefined ? null : (
        <a
          className={styles['back']}
          href={back.href}
          aria-label={back.label}
          title={back.label}
          onClick={(event: MouseEvent) => followWithin(event, back.href, back.onGo)}
        >
          <Icon name="back" />
        </a>
      )}
      <div className={styles['words']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {subtitle === undefined ? null : <div className={styles['subtitle']}>{subtitle}</div>}
      </div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
