import type { ReactElement } from 'react';
import { classes } from '#ui/classes.ts';
import type { MapMark } from './map-place.ts';
import styles from './map.module.css';

/** Drawn about its own middle, at most ten units to each side. Each can be told from the others without its colour. */
const SHAPES: Readonly<Record<MapMark, ReactElement>> = {
  kitchen: <path className={styles['solid']} d="M-8 -8h16v16h-16z" />,
  bare: (
    <>
      <path className={styles['hollow']} d="M0 -9l9.5 17h-19z" />
      <path className={styles['line']} d="M0 -2.5v4.5M0 5.2v.1" />
    </>
  ),
  short: (
    <>
      <circle className={styles['hollow']} r="8" />
      <path className={styles['solid']} d="M-8 0a8 8 0 0 0 16 0z" />
    </>
  ),
  open: <circle className={styles['hollow']} r="8" />,
  met: <circle className={styles['solid']} r="6" />,
  done: (
    <>
      <circle className={styles['solid']} r="8.5" />
      <path className={styles['cut']} d="M-4 .3l2.8 2.8l5 -5.6" />
    </>
  ),
  notNeeded: <circle className={styles['hollow']} r="3.5" />,
};

/** The mark of a place inside a drawing. */
export function MarkShape({ mark }: { readonly mark: MapMark }): ReactElement {
  return <g className={classes(styles['mark'], styles[mark])}>{SHAPES[mark]}</g>;
}

/** The same beside words, which say what it means. */
export function Mark({ mark }: { readonly mark: MapMark }): ReactElement {
  return (
    <svg className={styles['inText']} viewBox="-11 -11 22 22" aria-hidden="true" focusable="false">
      <MarkShape mark={mark} />
    </svg>
  );
}
