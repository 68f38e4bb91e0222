import type { ReactElement } from 'react';
import { csvText } from '#domain/export/csv-text.ts';
import type { Count } from '#domain/scalars.ts';
import { OWN, type ReportLine, type ReportQuestion, type SupplyReport } from '#domain/views/supply-report.ts';
import { formatDay, formatDays } from '#i18n/format.ts';
import type { PledgeWords } from '#i18n/pledges/en.ts';
import type { Language } from '#i18n/language.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { AmountBar } from '#ui/amount-bar.tsx';
import { Button } from '#ui/button.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWide } from '../../common/use-wide.ts';
import { offerFile } from '../../common/unsent/offer-file.ts';
import { useWords } from '../../common/words.ts';
import { csvManner } from '#domain/export/csv-manner.ts';
import type { Naming } from '../use-naming.ts';

export type ReportTableProps = {
  readonly report: SupplyReport;
  readonly question: ReportQuestion;
  readonly giving: Giving;
  readonly naming: Naming;
};

const WHOLE = 1_000;
const UNTOLD = '–';
const AMOUNTS = ['promised', 'loaded', 'delivered', 'leftOver', 'onTheWay'] as const;

/** The report as a table whose bars compare lines of one item; what a bar says is written beside it. */
export function ReportTable({ report: { lines }, question, giving, naming }: ReportTableProps): ReactElement {
  const { report: words } = useWords('pledges');
  const { language } = useSettings();
  const isWide = useWide();
  const group = groupNames(giving, naming, words, language);
  const most = mostByItem(lines);
  const amount = ({ item }: ReportLine, count: Count | null): string =>
    count === null ? UNTOLD : naming.quantity({ item, count });
  const column = (id: 'promised' | 'loaded' | 'leftOver' | 'onTheWay'): Column<ReportLine> => ({
    id,
    header: words[id],
    align: 'end',
    cell: (line) => amount(line, line[id]),
  });
  const itemOf = ({ item }: ReportLine): string => naming.item(item);
  const isTold = (id: 'promised' | 'loaded') => lines.some((line) => line[id] !== null);
  const columns: readonly Column<ReportLine>[] = [
    { id: 'group', header: words.bys[question.by], isRowHeader: true, cell: (line) => group(line, question) },
    ...(question.by === 'item' || !isWide ? [] : [{ id: 'item', header: words.bys.item, cell: itemOf }]),
    {
      id: 'delivered',
      header: words.delivered,
      align: 'end',
      cell: (line) =>
        barOf(
          isWide || question.by === 'item'
            ? amount(line, line.delivered)
            : naming.amounts([{ item: line.item, count: line.delivered }]),
          line.delivered / (most.get(line.item) ?? 1),
        ),
    },
    ...(isTold('promised') ? [column('promised')] : []),
    ...(isTold('loaded') ? [column('loaded'), column('leftOver'), column('onTheWay')] : []),
  ];
  const save = (): void => {
    const header = [words.bys[question.by], words.bys.item, words.unit];
    const rows = lines.map((line) => [
      group(line, question),
      itemOf(line),
      naming.unit(line.item),
      ...AMOUNTS.map((field) => (line[field] === null ? '' : line[field] / WHOLE)),
    ]);
    const text = csvText([[...header, ...AMOUNTS.map((field) => words[field])], ...rows], csvManner(language));
    offerFile(new TextEncoder().encode(text), `dastarkhan-${question.from}-${question.to}-${question.by}.csv`);
  };
  return (
    <>
      <Table
        caption={words.caption(formatDays(question.from, question.to, language))}
        columns={columns}
        rows={lines}
        rowKey={({ group: of, item }) => `${of} ${item}`}
      />
      <p>{words.reported}</p>
      <Button icon="download" onPress={save}>
        {words.save}
      </Button>
    </>
  );
}

function barOf(text: string, share: number): ReactElement {
  return <AmountBar text={text} share={share} />;
}

function mostByItem(lines: readonly ReportLine[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { item, delivered } of lines) most.set(item, Math.max(delivered, most.get(item) ?? 1));
  return most;
}

/** What a line is called. */
function groupNames(
  giving: Giving,
  naming: Naming,
  words: PledgeWords['report'],
  language: Language,
): (line: ReportLine, question: ReportQuestion) => string {
  const sponsors = new Map<string, string>(giving.sponsors.map(({ id, name }) => [id, name]));
  return ({ group, item }, { by }) => {
    if (by === 'sponsor') return group === OWN ? words.own : (sponsors.get(group) ?? words.own);
    if (by === 'item') return naming.item(item);
    if (by === 'district') return group === '' ? words.noDistrict : group;
    const [year, month] = group.split('-');
    return by === 'day' ? formatDay(group, language) : `${month}.${year}`;
  };
}
