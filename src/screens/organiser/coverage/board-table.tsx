import { useId, type ReactElement } from 'react';
import { formatDay, formatMinuteOfDay, formatWindow } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { classes } from '#ui/classes.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import { type BoardColumn, type BoardFilter, type BoardRow, cellShown, gapCount } from './board.ts';
import { BoardCell } from './board-cell.tsx';
import { useCellTexts } from './use-cell-texts.ts';
import { type GridPlace, useGridKeys } from './use-grid-keys.ts';
import { useRowWindow } from './use-row-window.ts';
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

const ROOMY_HEIGHT = 56;
const NARROW_HEIGHT = 40;
/** How wide columns are at least; where there is more room they share it. */
const PLACE_REM = 16;
const COLUMN_REM = { roomy: 9, narrow: 7 } as const;

/** Checkpoints down, windows across: a real table whose headers stay, and of which only what is in sight is drawn. */
export function BoardTable(props: BoardTableProps): ReactElement {
  const { caption, rows, columns, onOpen } = props;
  const captionId = useId();
  const size = columns.some(({ on }) => on !== columns[0]?.on) ? 'narrow' : 'roomy';
  const rowWindow = useRowWindow(rows.length, size === 'narrow' ? NARROW_HEIGHT : ROOMY_HEIGHT);
  const open = ({ row, column }: GridPlace, typed: string): void => {
    const [at, over] = [rows[row], columns[column]];
    if (at !== undefined && over !== undefined) onOpen(at, over, typed);
  };
  const { frame, rowHeight } = rowWindow;
  const active = useGridKeys({ frame, rowHeight, rowCount: rows.length, columnCount: columns.length, onOpen: open });
  return (
    <div ref={frame} className={styles['frame']} onScroll={rowWindow.onScroll}>
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
        </colgroup>
        <BoardHead {...props} size={size} />
        <BoardBody {...props} size={size} rowWindow={rowWindow} active={active} />
      </table>
    </div>
  );
}

type Size = 'roomy' | 'narrow';

function BoardHead(props: BoardTableProps & { readonly size: Size }): ReactElement {
  const { standing, rows, columns, filter, size } = props;
  const words = useWords('coverage');
  const { language } = useSettings();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes(styles['head'], styles['corner'])}>
          {words.checkpoint}
        </th>
        {columns.map((column, index) => {
          const window = standing.windowsById.get(column.window);
          const gaps = gapCount(rows, column, filter.item);
          const isFirstOfDay = columns[index - 1]?.on !== column.on;
          return (
            <th
              key={`${column.on} ${column.window}`}
              scope="col"
              className={classes(styles['head'], styles[size], isFirstOfDay && styles['dayStart'])}
            >
              {size === 'roomy' ? null : (
                <span className={isFirstOfDay ? styles['dayName'] : styles['hidden']}>
                  {formatDay(column.on, language)}
                </span>
              )}
              <span className={styles['windowName']}>{window?.name ?? ''}</span>
              <span className={styles['times']}>
                {size === 'roomy'
                  ? formatWindow(window?.startMinute ?? 0, window?.endMinute ?? 0)
                  : formatMinuteOfDay(window?.startMinute ?? 0)}
              </span>
              <span className={gaps === 0 ? styles['times'] : styles['gaps']}>
                {gaps === 0 ? words.noGaps : words.gaps(gaps)}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type BodyProps = BoardTableProps & {
  readonly size: Size;
  readonly rowWindow: ReturnType<typeof useRowWindow>;
  readonly active: GridPlace;
};

function BoardBody({ standing, naming, rows, columns, filter, size, rowWindow, active }: BodyProps): ReactElement {
  const textsOf = useCellTexts(standing, naming, filter.item);
  const { first, end, rowHeight } = rowWindow;
  const line = (row: BoardRow, index: number): ReactElement => (
    <tr key={row.id} data-row={index} aria-rowindex={index + 2}>
      <th scope="row" className={styles['place']}>
        <span className={styles['code']}>{row.code}</span>
        {row.name}
      </th>
      {columns.map((column, at) => {
        const shown = cellShown(row.id, column, filter.item);
        return (
          <BoardCell
            key={`${column.on} ${column.window}`}
            place={`${index}:${at}`}
            state={shown.state}
            size={size}
            isInTabOrder={active.row === index && active.column === at}
            {...textsOf(shown)}
          />
        );
      })}
    </tr>
  );
  return (
    <tbody>
      <Gap rows={first} rowHeight={rowHeight} />
      {rows.slice(first, end).map((row, index) => line(row, first + index))}
      <Gap rows={rows.length - end} rowHeight={rowHeight} />
    </tbody>
  );
}

/** Stands for the rows that are not drawn. */
function Gap(props: { readonly rows: number; readonly rowHeight: number }): ReactElement | null {
  if (props.rows <= 0) return null;
  return <tr aria-hidden="true" style={{ blockSize: props.rows * props.rowHeight }} />;
}
