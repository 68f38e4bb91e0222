import { Children, type ReactElement, type ReactNode } from 'react';
import { useByAndBy } from './by-and-by.ts';
import styles from './list.module.css';

export type ListProps = {
  readonly children: ReactNode;
  readonly label?: string | undefined;
};

/** Lists up to this length are plain ones. */
const SHORT = 40;
/** What comes into sight together: the browser asks of each piece, and not of each row, where it is. */
const ROWS_A_PIECE = 12;

/** Rows on one sheet. There may be thousands: the first screenful does not wait for the others, and only what is near is laid out. */
export function List({ children, label }: ListProps): ReactElement {
  const rows = Children.toArray(children);
  const drawn = rows.slice(0, useByAndBy(rows.length));
  // Safari forgets that a list without bullets is a list unless the role says so.
  if (rows.length <= SHORT) {
    return (
      <ul className={styles['list']} role="list" aria-label={label}>
        {drawn}
      </ul>
    );
  }
  const pieceCount = Math.ceil(drawn.length / ROWS_A_PIECE);
  return (
    <div className={styles['list']} role="list" aria-label={label}>
      {Array.from({ length: pieceCount }, (_, piece) => (
        <ul key={piece} className={styles['piece']} role="presentation">
          {drawn.slice(piece * ROWS_A_PIECE, (piece + 1) * ROWS_A_PIECE)}
        </ul>
      ))}
    </div>
  );
}
