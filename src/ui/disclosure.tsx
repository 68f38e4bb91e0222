import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './disclosure.module.css';

export type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly starts?: 'closed' | 'open' | undefined;
};

/** The browser's own fold; a search in the page finds what is inside. */
export function Disclosure({ summary, children, starts = 'closed' }: DisclosureProps): ReactElement {
  return (
    <details className={styles['details']} open={starts === 'open'}>
      <summary className={styles['summary']}>
        <span className={styles['chevron']}>
          <Icon name="chevron" size={1.1} />
        </span>
        <span>{summary}</span>
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
