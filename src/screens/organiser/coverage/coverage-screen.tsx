import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Day, RowId } from '#domain/scalars.ts';
import { atCell } from '#domain/views/coverage/by-cell.ts';
import { formatDay } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { suggestionRows } from '#store/queries/suggestion-rows.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useSettings } from '../../common/settings.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useDrawn } from '../../common/use-drawn.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWide } from '../../common/use-wide.ts';
import { useWords } from '../../common/words.ts';
import { useActs } from '../acts/use-acts.ts';
import { Page } from '../page.tsx';
import { useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { useCoverageStanding } from '../use-coverage-standing.ts';
import { type BoardColumn, type BoardFilter, type BoardRow, boardColumns, boardRows, placeRows } from './board.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardTable } from './board-table.tsx';
import { BoardTools } from './board-tools.tsx';
import { CallOffDialog } from './call-off-dialog.tsx';
import { CellDialog } from './cell-dialog.tsx';
import type { CellOpen } from './cell-open.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { GapList } from './gap-list.tsx';
import { isAnythingNeeded, NeedsFirst } from './needs-first.tsx';
import { NeedDialog } from './need-dialog.tsx';
import { type BoardAddress, useBoardAddress } from './use-board-address.ts';
import { type BoardDay, FIRST_DAYS, useBoardDays } from './use-coverage.ts';
import styles from './coverage.module.css';

/** Who covers which checkpoint in which window, and where gaps are. Every change shows at once, with or without a network. */
export function CoverageScreen(): ReactElement {
  const words = useWords('coverage');
  const clock = useBranchClock();
  useNews();
  return <Page title={words.title}>{clock === undefined ? <Reading /> : <Board clock={clock} />}</Page>;
}

function Reading(): ReactElement {
  const words = useWords('coverage');
  return <p role="status">{words.reading}</p>;
}

function Board({ clock }: { readonly clock: BranchClock }): ReactElement {
  const words = useWords('coverage');
  const address = useBoardAddress(clock.today, useWide() ? 'all' : 'gaps');
  const { on, view, filter } = address;
  const standing = useCoverageStanding();
  const begin = filter.show === 'all' && filter.item === '' ? 'inSight' : 'whole';
  const days = useBoardDays(standing, on, view === 'week' ? 7 : 1, clock, begin);
  if (standing === undefined) return <Reading />;
  if (standing.checkpoints.length === 0 || standing.windows.length === 0) {
    return (
      <EmptyState icon="pin" title={words.emptyTitle} action={<Ways standing={standing} />}>
        {words.emptyHint}
      </EmptyState>
    );
  }
  return (
    <>
      <CoverageBar address={address} today={clock.today} />
      <BoardFilters standing={standing} address={address} />
      <BoardDays key={view} standing={standing} clock={clock} address={address} days={days} />
      <BoardTools standing={standing} on={on} count={view === 'week' ? 7 : 1} />
    </>
  );
}

type BoardProps = { readonly standing: CoverageStanding; readonly clock: BranchClock };

/** To what is missing for a board. */
function Ways({ standing }: { readonly standing: CoverageStanding }): ReactElement {
  const words = useWords('coverage');
  const go = useGo();
  return standing.checkpoints.length === 0 ? (
    <ButtonLink look="primary" icon="pin" href="/places" onGo={go}>
      {words.enterPlaces}
    </ButtonLink>
  ) : (
    <ButtonLink look="primary" icon="clock" href="/items" onGo={go}>
      {words.enterWindows}
    </ButtonLink>
  );
}

/** Which cell is open, and which of its forms. */
type Open = {
  readonly row: BoardRow;
  readonly on: Day;
  readonly window: RowId;
  readonly dialog: 'cell' | 'need' | 'callOff';
  readonly typed: string;
};

type DaysProps = BoardProps & {
  readonly address: BoardAddress;
  readonly days: readonly BoardDay[] | undefined;
};

function BoardDays({ standing, clock, address, days }: DaysProps): ReactElement {
  const naming = useNaming();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const { on, filter, view } = address;
  const onOpen = useCallback((row: BoardRow, { on: day, window }: BoardColumn, typed: string): void => {
    setOpen({ row, on: day, window, dialog: typed === '' ? 'cell' : 'need', typed });
  }, []);
  if (days === undefined || naming === undefined) return <Reading />;
  const openDay = days.find((day) => day.on === open?.on);
  return (
    <>
      <KeptSuggestions on={on} />
      <Cells {...{ standing, naming, days, filter, view, onOpen }} on={on} goTo={address.goTo} />
      {open === undefined || openDay === undefined ? null : (
        <OpenCell
          {...{ standing, naming, clock }}
          open={open}
          day={openDay}
          onOpen={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** Who could help is known by the time that a gap is opened; the picture of the board does not wait for it. */
function KeptSuggestions({ on }: { readonly on: Day }): ReactElement | null {
  return useDrawn(on) === undefined ? null : <AskedSuggestions />;
}

function AskedSuggestions(): null {
  useQuery(suggestionRows);
  return null;
}

type CellsProps = Pick<CellOpen, 'standing' | 'naming' | 'on'> & {
  readonly days: readonly BoardDay[];
  readonly filter: BoardFilter;
  readonly view: BoardAddress['view'];
  readonly goTo: BoardAddress['goTo'];
  readonly onOpen: (row: BoardRow, column: BoardColumn, typed: string) => void;
};

function Cells({ standing, naming, days, filter, view, on, goTo, onOpen }: CellsProps): ReactElement {
  const words = useWords('coverage');
  const { language } = useSettings();
  const isWide = useWide();
  const columns = useMemo(() => boardColumns(days, standing), [days, standing]);
  const places = useMemo(() => placeRows(standing, filter, language), [standing, filter, language]);
  const rows = useMemo(() => boardRows(places, columns, filter), [places, columns, filter]);
  const isNeeded = useMemo(() => isAnythingNeeded(columns), [columns]);
  // Nothing is said of a week of which some days are still to be read.
  const isWhole = view === 'day' || days.length > FIRST_DAYS;
  const first = isNeeded || !isWhole ? null : <NeedsFirst {...{ standing, filter, goTo }} />;
  if (rows.length === 0) return first ?? <Nothing show={filter.show} />;
  const shown = { standing, columns, rows, filter, naming, onOpen };
  return (
    <>
      {first}
      {isWide ? (
        <BoardTable {...shown} caption={words.caption(formatDay(on, language, 'long'))} />
      ) : (
        <GapList {...shown} />
      )}
      {isWide ? <p className={styles['note']}>{words.keys}</p> : null}
      <Besides days={days} naming={naming} />
    </>
  );
}

/** What is in no cell: portions outside every window, said of one day only, since a week would have to be looked through. */
function Besides({ days, naming }: Pick<CellsProps, 'days' | 'naming'>): ReactElement | null {
  const words = useWords('coverage');
  const [day, ...others] = days;
  const besides = day === undefined || others.length > 0 ? [] : day.coverage().besides;
  return besides.length === 0 ? null : (
    <p className={styles['note']}>{words.beside(besides.map(naming.progress).join(', '))}</p>
  );
}

function Nothing({ show }: { readonly show: 'all' | 'gaps' }): ReactElement {
  const words = useWords('coverage');
  return show === 'gaps' ? (
    <EmptyState icon="tick" title={words.noGapsTitle}>
      {words.noGapsHint}
    </EmptyState>
  ) : (
    <p>{words.filters.none}</p>
  );
}

type OpenCellProps = Pick<CellOpen, 'standing' | 'naming' | 'clock' | 'day'> & {
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly onClose: () => void;
};

function OpenCell({ open, onOpen, onClose, ...known }: OpenCellProps): ReactElement {
  const acts = useActs();
  const { row, on, window, dialog, typed } = open;
  const cell = atCell(known.day.coverage().cells, row.id, window);
  const opened: CellOpen = { ...known, acts, row, on, window, cell };
  switch (dialog) {
    case 'need':
      return <NeedDialog {...opened} typed={typed} onClose={onClose} />;
    case 'callOff':
      return <CallOffDialog {...opened} onClose={onClose} />;
    case 'cell':
      return (
        <CellDialog
          {...opened}
          onClose={onClose}
          onNeed={() => onOpen({ ...open, dialog: 'need', typed: '' })}
          onCallOff={() => onOpen({ ...open, dialog: 'callOff' })}
        />
      );
  }
}
