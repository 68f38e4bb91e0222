import type { MouseEvent, ReactElement } from 'react';
import { classes } from './classes.ts';
import { followWithin } from './follow-within.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Wordmark } from './wordmark.tsx';
import styles from './bottom-bar.module.css';

export type BottomBarItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isCurrent: boolean;
  /** A count beside the word: `text` is what is seen ("3", or "…" while unknown), `label` what is said ("3 unsent"). */
  readonly badge?: { readonly text: string; readonly label: string; readonly tone: 'plain' | 'needsYou' } | undefined;
};

export type BottomBarProps = {
  readonly label: string;
  /** Stands over the places where there is room beside the page. */
  readonly appName: string;
  readonly items: readonly BottomBarItem[];
  readonly onGo: (href: string) => void;
};

/** Up to so many places have room for words of the usual size on a phone. */
const mostRoomy = 3;

/**
 * The places of the app within the thumb's reach; it stays on screen while the page scrolls under it. On a laptop it is a
 * rail beside the page.
 */
export function BottomBar({ label, appName, items, onGo }: BottomBarProps): ReactElement {
  return (
    <nav className={styles['bar']} aria-label={label}>
      <div className={styles['name']}>
        <Wordmark name={appName} />
      </div>
      <ul className={classes(styles['items'], items.length > mostRoomy && styles['many'])}>
        {items.map((item) => (
          <li key={item.href} className={styles['place']}>
            <a
              href={item.href}
              className={styles['link']}
              aria-current={item.isCurrent ? 'page' : undefined}
              onClick={(event: MouseEvent) => followWithin(event, item.href, onGo)}
            >
              <span className={styles['picture']}>
                <Icon name={item.icon} />
                {item.badge === undefined ? null : (
                  <span className={classes(styles['badge'], styles[item.badge.tone])} aria-hidden="true">
                    {item.badge.text}
                  </span>
                )}
              </span>
              <span className={styles['word']}>{item.label}</span>
              {item.badge === undefined ? null : <span className={styles['said']}>{item.badge.label}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
