import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import { followWithin } from './follow-within.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './list-row.module.css';

export type ListRowProps = {
  readonly title: ReactNode;
  readonly detail?: ReactNode | undefined;
  /** At the end of the row: a count, a state. */
  readonly end?: ReactNode | undefined;
  readonly icon?: IconName | undefined;
  /** The whole row goes there, or acts; with neither it only shows. */
  readonly href?: string | undefined;
  readonly onGo?: ((href: string) => void) | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly tone?: 'plain' | 'past' | 'needsYou' | undefined;
};

/** One line of a list, inside <List>, which may lay it into a piece without a role of its own: so it says what it is. */
export function ListRow(props: ListRowProps): ReactElement {
  const { href, onGo, onPress, tone = 'plain' } = props;
  const className = classes(styles['row'], styles[tone]);
  if (href !== undefined) {
    return (
      <li className={styles['item']} role="listitem">
        <a className={className} href={href} onClick={(event: MouseEvent) => followWithin(event, href, onGo)}>
          <RowContents {...props} />
          <Icon name="chevron" size={1.1} />
        </a>
      </li>
    );
  }
  if (onPress !== undefined) {
    return (
      <li className={styles['item']} role="listitem">
        <button type="button" className={className} onClick={onPress}>
          <RowContents {...props} />
          <Icon name="chevron" size={1.1} />
        </button>
      </li>
    );
  }
  return (
    <li className={styles['item']} role="listitem">
      <div className={className}>
        <RowContents {...props} />
      </div>
    </li>
  );
}

function RowContents({ title, detail, end, icon }: ListRowProps): ReactElement {
  return (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={styles['contents']}>
        <span className={styles['words']}>
          <span className={styles['title']}>{title}</span>
          {detail === undefined ? null : <span className={styles['detail']}>{detail}</span>}
        </span>
        {end === undefined ? null : <span className={styles['end']}>{end}</span>}
      </span>
    </>
  );
}
