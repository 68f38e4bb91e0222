import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';

export type GridPlace = { readonly row: number; readonly column: number };

type Grid = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowHeight: number;
  /** A press on a cell; `typed` is the digit with which somebody began to say how many. */
  readonly onOpen: (place: GridPlace, typed: string) => void;
};

const PAGE_ROWS = 10;

/**
 * One cell of the table is in the order of Tab; arrows, Home, End and the page keys move from cell to cell. The listeners are
 * on the frame, once, since there may be thousands of cells.
 * @returns the cell in the order of Tab
 */
export function useGridKeys({ frame, rowCount, columnCount, rowHeight, onOpen }: Grid): GridPlace {
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0 });
  const isMoving = useRef(false);
  const active = within(wanted, rowCount, columnCount);
  useEffect(() => {
    if (!isMoving.current) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`);
    if (cell === null || cell === undefined) return;
    isMoving.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  const press = useEffectEvent((event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined) return;
    setWanted(place);
    onOpen(place, '');
  });
  const keyDown = useEffectEvent((event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined || event.altKey || event.metaKey) return;
    if (/^\d$/.test(event.key) && !event.ctrlKey) {
      event.preventDefault();
      onOpen(place, event.key);
      return;
    }
    const next = moved(place, event, rowCount, columnCount);
    if (next === undefined) return;
    event.preventDefault();
    isMoving.current = true;
    bringCell(frame.current, within(next, rowCount, columnCount), rowHeight, columnCount);
    setWanted(next);
  });
  useEffect(() => {
    const element = frame.current;
    element?.addEventListener('click', press);
    element?.addEventListener('keydown', keyDown);
    return () => {
      element?.removeEventListener('click', press);
      element?.removeEventListener('keydown', keyDown);
    };
  }, [frame]);
  return active;
}

function moved(
  { row, column }: GridPlace,
  { key, ctrlKey }: KeyboardEvent,
  rowCount: number,
  columnCount: number,
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - PAGE_ROWS, column };
    case 'PageDown':
      return { row: row + PAGE_ROWS, column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rowCount - 1 : row, column: columnCount - 1 };
    default:
      return undefined;
  }
}

function within({ row, column }: GridPlace, rowCount: number, columnCount: number): GridPlace {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  return { row: clamp(row, rowCount), column: clamp(column, columnCount) };
}

/** A cell that is not drawn cannot be focused: the table is rolled there first. */
function bringCell(
  frame: HTMLDivElement | null,
  { row, column }: GridPlace,
  rowHeight: number,
  columnCount: number,
): void {
  if (frame === null) return;
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (bottom > frame.scrollTop + frame.clientHeight * 0.7) frame.scrollTop = bottom - frame.clientHeight * 0.7;
  const names = frame.querySelector('tbody th')?.clientWidth ?? 0;
  const columnWidth = (frame.scrollWidth - names) / columnCount;
  const [left, right] = [column * columnWidth, (column + 1) * columnWidth];
  const room = frame.clientWidth - names;
  if (left < frame.scrollLeft) frame.scrollLeft = left;
  else if (right > frame.scrollLeft + room) frame.scrollLeft = right - room;
}

function placeOf(target: EventTarget | null): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (cell?.dataset['cell'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? undefined : { row, column };
}
