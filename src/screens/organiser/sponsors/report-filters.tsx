import type { ReactElement } from 'react';
import type { Day, RowId } from '#domain/scalars.ts';
import { OWN, reportBys, type ReportQuestion } from '#domain/views/supply-report.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { Chips } from '#ui/chips.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Select } from '#ui/select.tsx';
import { DayField } from '../../common/day-field.tsx';
import { useWords } from '../../common/words.ts';
import styles from './report.module.css';

export type ReportFiltersProps = {
  readonly giving: Giving;
  readonly question: ReportQuestion;
  readonly onChange: (question: ReportQuestion) => void;
  /** The period is none. */
  readonly isWrong: boolean;
};

/** Stands for all of them in a list; no id is empty. */
const ALL = '';

/** What the report is asked: from when to when, by what, and of what alone. */
export function ReportFilters({ giving, question, onChange, isWrong }: ReportFiltersProps): ReactElement {
  const { report, ...words } = useWords('pledges');
  const { from, to, by, sponsor, item, district } = question;
  const named = (rows: readonly { readonly id: RowId; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <>
      <div className={styles['filters']}>
        <DayField label={words.from} value={from} onChange={(day) => onChange({ ...question, from: day as Day })} />
        <DayField
          label={words.until}
          value={to}
          onChange={(day) => onChange({ ...question, to: day as Day })}
          error={isWrong ? words.untilWrong : undefined}
        />
      </div>
      <Chips
        label={report.by}
        options={reportBys.map((value) => ({ value, label: report.bys[value] }))}
        value={by}
        onChange={(value) => onChange({ ...question, by: value })}
      />
      <Disclosure summary={report.only}>
        <div className={styles['filters']}>
          <Select
            label={report.sponsor}
            options={[{ value: ALL, label: report.all }, ...named(giving.sponsors), { value: OWN, label: report.own }]}
            value={sponsor ?? ALL}
            onChange={(id) => onChange({ ...question, sponsor: id === ALL ? null : (id as RowId) })}
          />
          <Select
            label={words.item}
            options={[{ value: ALL, label: report.all }, ...named(giving.items)]}
            value={item ?? ALL}
            onChange={(id) => onChange({ ...question, item: id === ALL ? null : (id as RowId) })}
          />
          <Select
            label={report.district}
            options={[
              { value: ALL, label: report.all },
              ...giving.districts.map((name) => ({ value: name, label: name })),
            ]}
            value={district ?? ALL}
            onChange={(name) => onChange({ ...question, district: name === ALL ? null : name })}
          />
        </div>
      </Disclosure>
    </>
  );
}
