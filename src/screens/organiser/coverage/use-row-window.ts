import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows drawn beyond the edge, so that a quick finger does not see them come. */
const SPARE_ROWS = 6;
/** A screen's height, until the real one is measured. */
const FIRST_HEIGHT = 900;

export type RowWindow = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly first: number;
  /** One beyond the last row that is drawn. */
  readonly end: number;
  readonly rowHeight: number;
  readonly onScroll: () => void;
};

/**
 * Which rows of many are drawn: those in sight and a few around them. All rows are equally high; how high is measured on
 * the first that is drawn, since letters may be twice as large.
 */
export function useRowWindow(count: number, usualHeight: number): RowWindow {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: FIRST_HEIGHT });
  const [rowHeight, setRowHeight] = useState(usualHeight);
  const look = (): void => {
    const element = frame.current;
    if (element === null) return;
    // Within one row nothing new comes into sight.
    const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
    const height = element.clientHeight === 0 ? FIRST_HEIGHT : element.clientHeight;
    setSeen((known) => (known.top === top && known.height === height ? known : { top, height }));
  };
  useLayoutEffect(() => {
    const row = frame.current?.querySelector('tbody tr[data-row]');
    const measured = row?.getBoundingClientRect().height ?? 0;
    if (measured > 0 && Math.abs(measured - rowHeight) > 0.5) setRowHeight(measured);
  }, [count, rowHeight]);
  const first = Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight)) - SPARE_ROWS);
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + SPARE_ROWS);
  return { frame, first, end, rowHeight, onScroll: look };
}
