import type { ReactElement } from 'react';
import type { ImportPlan, PlannedRun } from '#domain/import/plan.ts';
import { formatDay, formatNumber } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { useShare } from '../use-share.tsx';
import { BadLines } from './bad-lines.tsx';
import styles from './import.module.css';

export type PreviewProps = { readonly plan: ImportPlan };

/** What the file would bring, and every line that stays out. */
export function Preview({ plan }: PreviewProps): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  const isNothing = plan.steps.length === 0;
  const isAllHere = isNothing && plan.presentLineCount > 0;
  return (
    <Section heading={words.previewTitle}>
      {isNothing ? (
        <Banner
          tone="info"
          icon={isAllHere ? 'tick' : 'exclamation'}
          title={isAllHere ? words.nothingToImport : words.nothingGood}
        />
      ) : null}
      <Counts plan={plan} />
      {plan.days === null ? null : (
        <p>
          {words.days(formatDay(plan.days.first, language, 'numeric'), formatDay(plan.days.last, language, 'numeric'))}
        </p>
      )}
      <Differing plan={plan} />
      <BadLines lines={plan.badLines} />
      <Details plan={plan} />
    </Section>
  );
}

function Counts({ plan }: PreviewProps): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  const { runs, checkpoints, items, windows, people, freeTimes, needs } = plan;
  // Of the rest only what there is: a list of places says nothing about runs.
  const others: readonly (readonly [string, number])[] = [
    [words.presentLines, plan.presentLineCount],
    [words.newRuns, runs.filter(({ type }) => type === 'new').length],
    [words.moreRuns, runs.filter(({ type }) => type === 'more').length],
    [words.presentRuns, plan.presentRunCount],
    [words.newNeeds, needs.freshCount],
    [words.presentNeeds, needs.presentCount],
    [words.newPeople, people.fresh.length],
    [words.presentPeople, people.presentCount],
    [words.newFreeTimes, freeTimes.fresh.length],
    [words.presentFreeTimes, freeTimes.presentCount],
    [words.newItems, items.fresh.length],
    [words.newWindows, windows.fresh.length],
    [words.presentWindows, windows.presentCount],
    [words.newCheckpoints, checkpoints.fresh.length],
    [words.presentCheckpoints, checkpoints.presentCount],
  ];
  const counts: readonly (readonly [string, number])[] = [
    [words.allLines, plan.lineCount],
    [words.goodLines, plan.newLineCount],
    ...others.filter(([, count]) => count > 0),
  ];
  return (
    <dl className={styles['counts']}>
      {counts.map(([name, count]) => (
        <div key={name} className={styles['count']}>
          <dt>{name}</dt>
          <dd>{formatNumber(count, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Runs that nobody but a person can set right. */
function Differing({ plan }: { readonly plan: ImportPlan }): ReactElement | null {
  const words = useWords('csv');
  const { language } = useSettings();
  const { shown, more } = useShare(plan.differingRuns);
  if (plan.differingRuns.length === 0) return null;
  return (
    <Banner tone="warn" title={words.differTitle(plan.differingRuns.length)}>
      <p>{words.differLead}</p>
      <ul>
        {shown.map(({ on, label, lines }) => (
          <li key={`${on} ${label}`}>
            {`${formatDay(on, language, 'numeric')} · ${label} · ${words.differLines(lineNumbers(lines))}`}
          </li>
        ))}
      </ul>
      {more}
    </Banner>
  );
}

/** "2–5, 9": neighbours are told as a span. */
function lineNumbers(lines: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span?.last === line - 1) span.last = line;
    else spans.push({ first: line, last: line });
  }
  return spans.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

function Details({ plan }: { readonly plan: ImportPlan }): ReactElement {
  const words = useWords('csv');
  const { runs, checkpoints, items, windows, people, freeTimes } = plan;
  return (
    <div>
      {runs.length === 0 ? null : (
        <Disclosure summary={words.showRuns}>
          <RunsTable runs={runs} />
        </Disclosure>
      )}
      {checkpoints.fresh.length === 0 ? null : (
        <Disclosure summary={words.showCheckpoints}>
          <Names
            rows={checkpoints.fresh.map(({ code, name, district }) => ({
              title: `${code} · ${name}`,
              detail: district,
            }))}
          />
        </Disclosure>
      )}
      {items.fresh.length === 0 ? null : (
        <Disclosure summary={words.showItems}>
          <Names rows={items.fresh.map(({ name, unit }) => ({ title: name, detail: unit }))} />
        </Disclosure>
      )}
      {windows.fresh.length === 0 ? null : (
        <Disclosure summary={words.showWindows}>
          <Names rows={windows.fresh.map((title) => ({ title, detail: '' }))} />
        </Disclosure>
      )}
      {people.fresh.length === 0 ? null : (
        <Disclosure summary={words.showPeople}>
          <Names rows={people.fresh.map((title) => ({ title, detail: '' }))} />
        </Disclosure>
      )}
      {freeTimes.fresh.length === 0 ? null : (
        <Disclosure summary={words.showFreeTimes}>
          <Names rows={freeTimes.fresh.map((title) => ({ title, detail: '' }))} />
        </Disclosure>
      )}
    </div>
  );
}

function RunsTable({ runs }: { readonly runs: readonly PlannedRun[] }): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  const { shown, more } = useShare(runs);
  const { sampleColumns: headers } = words;
  const columns: readonly Column<PlannedRun>[] = [
    { id: 'day', header: headers.day, cell: ({ on }) => formatDay(on, language, 'numeric') },
    { id: 'run', header: headers.run, isRowHeader: true, cell: ({ label }) => label },
    { id: 'stops', header: headers.stops, align: 'end', cell: ({ stopCount }) => formatNumber(stopCount, language) },
    { id: 'lines', header: headers.lines, align: 'end', cell: ({ lines }) => formatNumber(lines.length, language) },
  ];
  return (
    <>
      <Table
        caption={words.newRuns}
        captioned="hidden"
        columns={columns}
        rows={shown}
        rowKey={({ on, label, lines }) => `${on} ${label} ${lines[0] ?? ''}`}
      />
      {more}
    </>
  );
}

function Names({
  rows,
}: {
  readonly rows: readonly { readonly title: string; readonly detail: string }[];
}): ReactElement {
  const { shown, more } = useShare(rows);
  return (
    <>
      <List>
        {shown.map(({ title, detail }) => (
          <ListRow key={`${title} ${detail}`} title={title} detail={detail} />
        ))}
      </List>
      {more}
    </>
  );
}
