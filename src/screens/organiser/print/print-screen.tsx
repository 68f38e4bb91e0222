import { useState, type ReactElement } from 'react';
import { runsToPrint } from '#domain/views/runs-to-print.ts';
import { type PrintDay, printDay } from '#store/queries/print-day.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useSearchParams } from '../../common/router.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { DayBar } from '../day/day-bar.tsx';
import { dayOfSearch } from '../day-of-search.ts';
import { Page } from '../page.tsx';
import { PrintChoices } from './print-choices.tsx';
import type { PrintShown } from './print-shown.ts';
import { needsRuns, type PrintKind, PrintedSheets, printKinds } from './printed-sheets.tsx';
import { usePrintChoices } from './use-print-choices.ts';

/** Paper for a day: chosen, seen as it will be, and printed without any network. */
export function PrintScreen(): ReactElement {
  const words = useWords('print');
  const clock = useBranchClock();
  const [search] = useSearchParams();
  const day = dayOfSearch(search.get('on')) ?? clock?.today;
  const rows = useQuery(printDay, day ?? '');
  if (clock === undefined || day === undefined || rows.type === 'unknown') {
    return <Page title={words.title} back="/today" children="" />;
  }
  return (
    <Chosen
      key={day}
      day={day}
      today={clock.today}
      rows={rows.value}
      only={search.get('run')}
      asked={printKinds.find((kind) => kind === search.get('what'))}
    />
  );
}

type ChosenProps = Pick<PrintShown, 'day' | 'rows'> & {
  readonly today: PrintShown['day'];
  /** One run's sheet is wanted again. */
  readonly only: string | null;
  /** What the address asks for. */
  readonly asked: PrintKind | undefined;
};

function Chosen({ day, today, rows, only, asked }: ChosenProps): ReactElement {
  const words = useWords('print');
  const { language } = useSettings();
  const choices = usePrintChoices(day);
  const [kind, setKind] = useState<PrintKind>(asked ?? (only === null ? 'morning' : 'runs'));
  const [window, setWindow] = useState('');
  const back = day === today ? '/today' : `/today?on=${day}`;
  if (choices === undefined) return <Page title={words.title} back={back} children="" />;
  const runs = runsFor(rows, only, window);
  const shown = { day, rows, runs, hotline: choices.hotline, words, language };
  const isNothing = runs.length === 0 && needsRuns(kind);
  return (
    <Page
      title={words.title}
      back={back}
      action={
        isNothing ? undefined : (
          <Button look="primary" icon="printer" width="full" onPress={() => globalThis.print()}>
            {words.print}
          </Button>
        )
      }
    >
      <DayBar day={day} today={today} path="/print" />
      <PrintChoices {...choices} kind={kind} onKind={setKind} window={window} onWindow={setWindow} rows={rows} />
      {isNothing ? (
        <EmptyState icon="printer" title={words.nothing}>
          {words.nothingHint}
        </EmptyState>
      ) : (
        <PrintedSheets kind={kind} shown={shown} paper={choices.paper} />
      )}
    </Page>
  );
}

function runsFor({ runs, windowsById }: PrintDay, only: string | null, window: string): PrintShown['runs'] {
  return runsToPrint(runs, windowsById).filter(
    ({ id, body }) => (only === null || id === only) && (window === '' || body.window === window),
  );
}
