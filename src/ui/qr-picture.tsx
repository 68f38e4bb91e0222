import type { ReactElement } from 'react';
import styles from './qr-picture.module.css';

export type QrPictureProps = {
  /** Rows of modules from the top, true is dark, without the quiet zone: that is added here. */
  readonly modules: readonly (readonly boolean[])[];
  /** What the picture is, for those who cannot see it. */
  readonly label: string;
};

/** Four light modules on every side: the standard's quiet zone, without which readers do not find the corners. */
const quietZone = 4;

/** Black on white in every theme, because cameras were taught that way. */
export function QrPicture({ modules, label }: QrPictureProps): ReactElement {
  const side = modules.length + 2 * quietZone;
  return (
    <svg
      className={styles['qr']}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      preserveAspectRatio="xMidYMid meet"
    >
      <rect className={styles['light']} width={side} height={side} />
      <path className={styles['dark']} d={modulesToPath(modules)} />
    </svg>
  );
}

/** One path for all dark modules, a run of them in a row as one bar: small in the page and without seams. */
export function modulesToPath(modules: readonly (readonly boolean[])[]): string {
  return modules.map((row, y) => rowToPath(row, y)).join('');
}

function rowToPath(row: readonly boolean[], y: number): string {
  let path = '';
  let from = 0;
  while (from < row.length) {
    let to = from;
    while (row[to] === true) to += 1;
    if (to > from) path += `M${from + quietZone} ${y + quietZone}h${to - from}v1h-${to - from}z`;
    from = to + 1;
  }
  return path;
}
