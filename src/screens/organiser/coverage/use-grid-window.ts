import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Drawn beyond the edge, so that a quick finger does not see them come. */
const SPARE_ROWS = 1;
const SPARE_COLUMNS = 1;
/** What stands above and below the frame, as its style says; it is never lower than this. */
const AROUND_PX = 256;
const LOWEST_PX = 320;
/** What stands beside it where there is room for a table: the rail at its narrowest, and the page's edges. */
const BESIDE_PX = 288;

/** `first` is the first that is drawn, `end` one beyond the last. */
export type Span = { readonly first: number; readonly end: number };
export type GridSize = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  /** How much of the width the names of the rows take. */
  readonly nameWidth: number;
};
export type GridWindow = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly rows: Span;
  readonly columns: Span;
  /** As measured: letters may be twice as large. */
  readonly rowHeight: number;
  readonly onScroll: () => void;
};

/** Which cells of many are drawn: those in sight and a few around them. All rows are equally high, all columns equally wide. */
export function useGridWindow(usual: GridSize): GridWindow {
  const { rowCount, columnCount, nameWidth } = usual;
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(wholeWindow);
  const [size, setSize] = useState({ rowHeight: usual.rowHeight, columnWidth: usual.columnWidth });
  const { rowHeight, columnWidth } = size;
  const look = (): void => {
    const element = frame.current;
    if (element === null || element.clientHeight === 0) return;
    // Within one cell nothing new comes into sight.
    const next = {
      top: Math.floor(element.scrollTop / rowHeight) * rowHeight,
      left: Math.floor(element.scrollLeft / columnWidth) * columnWidth,
      width: element.clientWidth,
      height: element.clientHeight,
    };
    setSeen((known) => (isSameSight(known, next) ? known : next));
  };
  useLayoutEffect(() => {
    const row = frame.current?.querySelector('tbody tr[data-row]')?.getBoundingClientRect();
    const cell = frame.current?.querySelector('[data-cell]')?.getBoundingClientRect();
    if (row === undefined || cell === undefined || row.height === 0) return;
    setSize((known) => {
      const isSame = Math.abs(known.rowHeight - row.height) < 1 && Math.abs(known.columnWidth - cell.width) < 2;
      return isSame ? known : { rowHeight: row.height, columnWidth: cell.width };
    });
  }, [rowCount, columnCount]);
  useEffect(() => {
    const onResize = (): void => setSeen(({ top, left }) => ({ ...wholeWindow(), top, left }));
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return {
    frame,
    rows: spanOf(seen.top, seen.height, rowHeight, rowCount, SPARE_ROWS),
    columns: spanOf(seen.left, seen.width - nameWidth, columnWidth, columnCount, SPARE_COLUMNS),
    rowHeight,
    onScroll: look,
  };
}

type Sight = { readonly top: number; readonly left: number; readonly width: number; readonly height: number };

/** As much as the window can show: that is known without laying anything out. */
function wholeWindow(): Sight {
  const { innerWidth, innerHeight } = window;
  return { top: 0, left: 0, width: innerWidth - BESIDE_PX, height: Math.max(LOWEST_PX, innerHeight - AROUND_PX) };
}

function isSameSight(a: Sight, b: Sight): boolean {
  return a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height;
}

function spanOf(start: number, length: number, step: number, count: number, spare: number): Span {
  const first = Math.max(0, Math.min(count, Math.floor(start / step)) - spare);
  return { first, end: Math.min(count, Math.ceil((start + length) / step) + 1 + spare) };
}
