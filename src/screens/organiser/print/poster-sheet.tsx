import type { ReactElement } from 'react';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { classes } from '#ui/classes.ts';
import { type Fill, fillClass } from '#ui/fill-mark.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { formatWindow } from '#i18n/format.ts';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useWords } from '../../common/words.ts';
import {
  type BoardColumn,
  boardColumns,
  type BoardRow,
  placeRows,
  type CellShown,
  cellShown,
  gapsOf,
} from '../coverage/board.ts';
import { useCellTexts } from '../coverage/use-cell-texts.ts';
import { useBoardDays } from '../coverage/use-coverage.ts';
import { type Naming, useNaming } from '../use-naming.ts';
import { useCoverageStanding } from '../use-coverage-standing.ts';
import { ListHead } from './list-head.tsx';
import { dayText, type PrintShown } from './print-shown.ts';
import styles from './poster-sheet.module.css';

/** The whole day for a wall: every place that needs something or gets it, window by window. */
export function PosterSheet({ shown }: { readonly shown: PrintShown }): ReactElement | null {
  const clock = useBranchClock();
  const standing = useCoverageStanding();
  const naming = useNaming();
  if (clock === undefined || standing === undefined || naming === undefined) return null;
  return <Poster shown={shown} clock={clock} standing={standing} naming={naming} />;
}

type PosterProps = {
  readonly shown: PrintShown;
  readonly clock: BranchClock;
  readonly standing: CoverageStanding;
  readonly naming: Naming;
};

const EVERYTHING = { show: 'all', district: '', item: '', search: '' } as const;

function Poster({ shown, clock, standing, naming }: PosterProps): ReactElement | null {
  const coverage = useWords('coverage');
  const days = useBoardDays(standing, shown.day, 1, clock);
  if (days === undefined) return null;
  const columns = boardColumns(days, standing);
  const rows = placeRows(standing, EVERYTHING, shown.language).filter((row) =>
    columns.some((column) => isTold(row, column)),
  );
  const used = columns.filter((column) => rows.some((row) => isTold(row, column)));
  const gaps = used.reduce((sum, column) => sum + gapsOf(rows, column, '').gaps, 0);
  const { words, hotline } = shown;
  return (
    <Sheet size="a3">
      <ListHead
        kind={coverage.title}
        title={dayText(shown)}
        detail={gaps > 0 ? coverage.gaps(gaps) : rows.length === 0 ? '' : coverage.noGapsTitle}
        when={words.asOf(clock.timeText(clock.now))}
        call={hotline}
        callLabel={words.call}
      />
      {rows.length === 0 ? (
        <p className={styles['nothing']}>{coverage.needsFirst.titleThen}</p>
      ) : (
        <Board rows={rows} columns={used} standing={standing} naming={naming} />
      )}
    </Sheet>
  );
}

/** Something is needed there, or somebody comes. */
function isTold(row: BoardRow, column: BoardColumn): boolean {
  const { cell, state } = cellShown(row.id, column, '');
  return state !== 'notNeeded' || (cell !== undefined && (cell.covers.length > 0 || cell.reason !== null));
}

type BoardProps = Pick<PosterProps, 'standing' | 'naming'> & {
  readonly rows: readonly BoardRow[];
  readonly columns: readonly BoardColumn[];
};

function Board({ rows, columns, standing, naming }: BoardProps): ReactElement {
  const { checkpoint } = useWords('coverage');
  const textsOf = useCellTexts(standing, naming, '');
  return (
    <table className={styles['board']}>
      <thead>
        <tr>
          <th scope="col" className={styles['first']}>
            {checkpoint}
          </th>
          {columns.map(({ window }) => (
            <th key={window} scope="col">
              <WindowHead body={standing.windowsById.get(window)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className={styles['code']}>{row.code}</span> {row.name}
              {row.district === '' ? null : <span className={styles['district']}>{row.district}</span>}
            </th>
            {columns.map((column) => {
              const cell = cellShown(row.id, column, '');
              return <Cell key={column.window} shown={cell} texts={textsOf(cell)} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WindowHead({ body }: { readonly body: { name: string; startMinute: number; endMinute: number } | undefined }) {
  if (body === undefined) return null;
  return (
    <>
      {body.name}
      <span className={styles['times']}>{formatWindow(body.startMinute, body.endMinute)}</span>
    </>
  );
}

const FILLS: Readonly<Record<CellShown['state'], Fill>> = {
  met: 'full',
  short: 'half',
  bare: 'empty',
  notNeeded: 'none',
};

type CellProps = { readonly shown: CellShown; readonly texts: ReturnType<ReturnType<typeof useCellTexts>> };

/** By shape and word: a wall may be printed on in one colour only. */
function Cell({ shown: { state }, texts: { amount, who, mark } }: CellProps): ReactElement {
  const { states } = useWords('coverage');
  const isGap = state === 'short' || state === 'bare';
  return (
    <td className={classes(styles['cell'], isGap && styles['gap'])}>
      {state === 'notNeeded' && who === '' ? (
        '\u00a0'
      ) : (
        <>
          <span className={classes(styles['amount'], fillClass(FILLS[state]))}>{amount}</span>
          <span className={styles['who']}>
            {[isGap ? states[state] : '', who, mark].filter((text) => text !== '').join(' · ')}
          </span>
        </>
      )}
    </td>
  );
}
