import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './sheet.module.css';

export type SheetsProps = {
  readonly children: ReactNode;
  /** What these sheets are, for those who listen. */
  readonly label: string;
};

/** What goes on paper: printing shows this and nothing else of the page. */
export function Sheets({ children, label }: SheetsProps): ReactElement {
  return (
    <div className={styles['sheets']} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

export type SheetSize = 'a5' | 'a4' | 'a3';

export type SheetProps = {
  readonly children: ReactNode;
  readonly size: SheetSize;
};

/** One sheet of paper, and further ones where its content does not end; black on white in every theme. */
export function Sheet({ children, size }: SheetProps): ReactElement {
  return <article className={classes(styles['sheet'], styles[size])}>{children}</article>;
}

/** A5 sheets side by side on A4, to be cut apart. */
export function SheetPairs({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['pairs']}>{children}</div>;
}

/** A square to tick with a pen. */
export function TickBox(): ReactElement {
  return <span className={styles['tick']} aria-hidden="true" />;
}
