import { memo, useId, useMemo, type ReactElement } from 'react';
import { formatDay, formatMinuteOfDay, formatWindow } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { classes } from '#ui/classes.ts';
import { Icon } from '#ui/icon.tsx';
import { useRoads } from '../../common/notices/use-roads.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import { type BoardColumn, type BoardFilter, type BoardRow, cellShown, gapsOf } from './board.ts';
import { BoardCell } from './board-cell.tsx';
import { useCellTexts } from './use-cell-texts.ts';
import { type GridPlace, useGridKeys } from './use-grid-keys.ts';
import { type GridWindow, useGridWindow } from './use-grid-window.ts';
import styles from './coverage.module.css';

export type BoardTableProps = {
  readonly caption: string;
  readonly standing: CoverageStanding;
  readonly naming: Naming;
  readonly rows: readonly BoardRow[];
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly onOpen: (row: BoardRow, column: BoardColumn, typed: string) => void;
};

type Size = 'roomy' | 'narrow';
const HEIGHTS: Readonly<Record<Size, number>> = { roomy: 56, narrow: 40 };
/** How wide columns are at least; where there is more room they share it. */
const PLACE_REM = 16;
const COLUMN_REM: Readonly<Record<Size, number>> = { roomy: 9, narrow: 7 };
const REM = 16;

/** Checkpoints down, windows across: a real table whose headers stay, and of which only what is in sight is drawn. */
export const BoardTable = memo(function BoardTable(props: BoardTableProps): ReactElement {
  const { caption, rows, columns, onOpen } = props;
  const captionId = useId();
  const size: Size = columns.some(({ on }) => on !== columns[0]?.on) ? 'narrow' : 'roomy';
  const grid = useGridWindow({
    rowCount: rows.length,
    columnCount: columns.length,
    rowHeight: HEIGHTS[size],
    columnWidth: COLUMN_REM[size] * REM,
    nameWidth: PLACE_REM * REM,
  });
  const { frame, rowHeight, onScroll } = grid;
  const active = useGridKeys({
    frame,
    rowHeight,
    rowCount: rows.length,
    columnCount: columns.length,
    onOpen: ({ row, column }, typed) => {
      const [at, over] = [rows[row], columns[column]];
      if (at !== undefined && over !== undefined) onOpen(at, over, typed);
    },
  });
  const part: PartProps = { ...props, size, grid };
  return (
    <div ref={frame} className={styles['frame']} onScroll={onScroll}>
      <table
        className={styles['board']}
        style={{ minInlineSize: `${PLACE_REM + columns.length * COLUMN_REM[size]}rem` }}
        aria-labelledby={captionId}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
      >
        <caption className={styles['hidden']} id={captionId}>
          {caption}
        </caption>
        <colgroup>
          <col className={styles['placeColumn']} />
          <col span={columns.length} />
        </colgroup>
        <BoardHead {...part} />
        <BoardBody {...part} active={active} />
      </table>
    </div>
  );
});

type PartProps = BoardTableProps & { readonly size: Size; readonly grid: GridWindow };

function BoardHead(props: PartProps): ReactElement {
  const { columns, grid, size } = props;
  const words = useWords('coverage');
  const { first, end } = grid.columns;
  return (
    <thead className={styles['heads']}>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes(styles['head'], styles['corner'])}>
          {words.checkpoint}
        </th>
        <Undrawn columns={first} />
        {columns.slice(first, end).map((column, index) => {
          const isFirstOfDay = columns[first + index - 1]?.on !== column.on;
          return (
            <th
              key={`${column.on} ${column.window}`}
              scope="col"
              aria-colindex={first + index + 2}
              className={classes(styles['head'], styles[size], isFirstOfDay && styles['dayStart'])}
            >
              <ColumnName {...props} column={column} day={isFirstOfDay || index === 0 ? 'said' : 'known'} />
            </th>
          );
        })}
        <Undrawn columns={columns.length - end} />
      </tr>
    </thead>
  );
}

/** The gaps are counted again only when the day or the places are others: an edit concerns one day of the week. */
function ColumnName(props: PartProps & { readonly column: BoardColumn; readonly day: 'said' | 'known' }): ReactElement {
  const { standing, rows, filter, size, column, day } = props;
  const words = useWords('coverage');
  const { language } = useSettings();
  const window = standing.windowsById.get(column.window);
  const [start, end] = [window?.startMinute ?? 0, window?.endMinute ?? 0];
  const { window: windowId, day: ofDay } = column;
  const { item } = filter;
  const { gaps, isNeeded } = useMemo(
    () => gapsOf(rows, { window: windowId, day: ofDay }, item),
    [rows, windowId, ofDay, item],
  );
  return (
    <>
      {size === 'roomy' ? null : (
        <span className={day === 'said' ? styles['dayName'] : styles['hidden']}>{formatDay(column.on, language)}</span>
      )}
      <span className={styles['windowName']}>{window?.name ?? ''}</span>
      <span className={styles['times']}>{size === 'roomy' ? formatWindow(start, end) : formatMinuteOfDay(start)}</span>
      <span className={gaps === 0 ? styles['times'] : styles['gaps']}>
        {gaps > 0 ? words.gaps(gaps) : isNeeded ? words.noGaps : words.noneNeeded}
      </span>
    </>
  );
}

function BoardBody({
  standing,
  naming,
  rows,
  columns,
  filter,
  size,
  grid,
  active,
}: PartProps & { readonly active: GridPlace }): ReactElement {
  const textsOf = useCellTexts(standing, naming, filter.item);
  const roadOf = useRoads();
  const { rowHeight } = grid;
  const { first, end } = grid.columns;
  const shownColumns = columns.slice(first, end);
  const line = (row: BoardRow, index: number): ReactElement => (
    <tr key={row.id} data-row={index} aria-rowindex={index + 2}>
      <th scope="row" className={styles['place']}>
        <span className={styles['code']}>{row.code}</span>
        {row.name}
        <RoadSign text={roadOf(row.id)} />
      </th>
      <Undrawn columns={first} />
      {shownColumns.map((column, at) => {
        const shown = cellShown(row.id, column, filter.item);
        return (
          <BoardCell
            key={`${column.on} ${column.window}`}
            row={index}
            column={first + at}
            state={shown.state}
            size={size}
            isInTabOrder={active.row === index && active.column === first + at}
            {...textsOf(shown)}
          />
        );
      })}
      <Undrawn columns={columns.length - end} />
    </tr>
  );
  const undrawnAfter = rows.length - grid.rows.end;
  return (
    <tbody>
      {grid.rows.first > 0 ? <tr aria-hidden="true" style={{ blockSize: grid.rows.first * rowHeight }} /> : null}
      {rows.slice(grid.rows.first, grid.rows.end).map((row, index) => line(row, grid.rows.first + index))}
      {undrawnAfter > 0 ? <tr aria-hidden="true" style={{ blockSize: undrawnAfter * rowHeight }} /> : null}
    </tbody>
  );
}

/** Small, since a row of the board keeps its height; the words are for those who point at it or listen. */
function RoadSign({ text }: { readonly text: string | undefined }): ReactElement | null {
  if (text === undefined) return null;
  return (
    <span className={styles['road']} title={text}>
      <Icon name="road" size={1.1} />
      <span className={styles['hidden']}>{text}</span>
    </span>
  );
}

/** Stands for the columns that are not drawn. */
function Undrawn({ columns }: { readonly columns: number }): ReactElement | null {
  return columns <= 0 ? null : <td aria-hidden="true" colSpan={columns} />;
}
