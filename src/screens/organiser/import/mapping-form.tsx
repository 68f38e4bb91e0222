import type { ReactElement } from 'react';
import { cellAt, type Cells } from '#domain/import/cells.ts';
import { contentLines } from '#domain/import/content-lines.ts';
import {
  type Field,
  fieldsForAll,
  fieldsOf,
  forAll,
  type ImportKind,
  importKinds,
  type Mapping,
  missingFields,
} from '#domain/import/fields.ts';
import { MAX_NAME_LENGTH, MAX_UNIT_LENGTH } from '#domain/scalars.ts';
import type { CsvWords } from '#i18n/csv/en.ts';
import { formatNumber } from '#i18n/format.ts';
import { Chips } from '#ui/chips.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Select, type SelectOption } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { useWide } from '../../common/use-wide.ts';
import { FileSample } from './file-sample.tsx';
import styles from './import.module.css';

export type MappingFormProps = {
  readonly cells: Cells;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
};

/** What the columns mean: guessed, shown with an example each, and changed where the guess is wrong. */
export function MappingForm(props: MappingFormProps): ReactElement {
  const { cells, mapping, onChange } = props;
  const words = useWords('csv');
  const isWide = useWide();
  const note = noteOf(mapping.kind, words);
  return (
    <Stack>
      <Chips
        label={words.kind}
        options={importKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={mapping.kind}
        onChange={(kind) => onChange({ ...mapping, kind, headerLine: Math.max(1, mapping.headerLine) })}
      />
      <Disclosure
        summary={`${words.mappingTitle} ${words.mappingLead}`}
        starts={missingFields(mapping).length > 0 || isWide ? 'open' : 'closed'}
      >
        <div className={styles['columns']}>
          {fieldsOf(mapping.kind).map((field) => (
            <ColumnSelect key={field} {...props} field={field} />
          ))}
          <HeaderLine {...props} />
          <Signs {...props} />
          {fieldsForAll(mapping.kind).map((field) => (
            <TextInput
              key={field}
              label={words.forAll[field]}
              hint={words.forAllHint}
              value={mapping[forAll[field]]}
              onChange={(value) => onChange({ ...mapping, [forAll[field]]: value })}
              maxLength={field === 'item' ? MAX_NAME_LENGTH : MAX_UNIT_LENGTH}
            />
          ))}
        </div>
        {note === undefined ? null : <p>{note}</p>}
      </Disclosure>
      <Disclosure summary={words.sample}>
        <FileSample cells={cells} />
      </Disclosure>
    </Stack>
  );
}

/** What the columns alone do not say. */
function noteOf(kind: ImportKind, words: CsvWords): string | undefined {
  if (kind === 'grid') return words.gridNote;
  if (kind === 'runs') return words.runsNote;
  if (kind === 'availability') return words.freeTimesNote;
  return kind === 'pastRuns' ? words.noRunName : undefined;
}

const NOT_THERE = '';

function ColumnSelect({ cells, mapping, onChange, field }: MappingFormProps & { readonly field: Field }): ReactElement {
  const words = useWords('csv');
  const options = useColumnOptions(cells, mapping);
  const column = mapping.columns[field];
  const example = exampleOf(cells, mapping, column);
  const choose = (chosen: string): void => {
    const { [field]: _, ...others } = mapping.columns;
    const columns = chosen === NOT_THERE ? others : { ...others, [field]: Number(chosen) };
    onChange({ ...mapping, columns });
  };
  return (
    <Select
      label={words.columns[field]}
      hint={example === '' ? ' ' : words.example(example)}
      options={[{ value: NOT_THERE, label: words.notThere }, ...options]}
      value={column === undefined ? NOT_THERE : String(column)}
      onChange={choose}
    />
  );
}

/** The headings of the file, or the numbers of its columns where it has none. */
function useColumnOptions(cells: Cells, mapping: Mapping): readonly SelectOption<string>[] {
  const words = useWords('csv');
  const { language } = useSettings();
  const width = Math.max(...cells.slice(0, mapping.headerLine + 1).map((row) => row.length));
  const headings = mapping.headerLine === 0 ? [] : (cells[mapping.headerLine - 1] ?? []);
  return Array.from({ length: width }, (_, column) => {
    const heading = cellAt(headings, column);
    const number = words.columnNumber(formatNumber(column + 1, language));
    return { value: String(column), label: heading === '' ? number : heading };
  });
}

const EXAMPLE_LENGTH = 28;

/** The first content of a column: what is really in it says more than its heading. */
function exampleOf(cells: Cells, mapping: Mapping, column: number | undefined): string {
  const found = contentLines(cells.slice(0, mapping.headerLine + 50), mapping)
    .map((line) => cellAt(line.cells, column))
    .find((text) => text !== '');
  if (found === undefined) return '';
  return found.length > EXAMPLE_LENGTH ? `${found.slice(0, EXAMPLE_LENGTH)}…` : found;
}

const HEADER_LINES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function HeaderLine({ cells, mapping, onChange }: MappingFormProps): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  return (
    <Select
      label={words.headerLine}
      hint=" "
      options={HEADER_LINES.slice(0, cells.length + 1).map((line) => ({
        value: String(line),
        label: line === 0 ? words.noHeader : formatNumber(line, language),
      }))}
      value={String(mapping.headerLine)}
      onChange={(line) => onChange({ ...mapping, headerLine: Number(line) })}
    />
  );
}

/** How days and fractions are written; asked only of files that have them. */
function Signs({ mapping, onChange }: MappingFormProps): ReactElement {
  const words = useWords('csv');
  const { decimalSigns, dateOrders } = words;
  const fields = fieldsOf(mapping.kind);
  return (
    <>
      {fields.includes('on') || mapping.kind === 'grid' ? (
        <Select
          label={words.dateOrder}
          hint=" "
          options={(['dayFirst', 'monthFirst'] as const).map((value) => ({ value, label: dateOrders[value] }))}
          value={mapping.dayOrder}
          onChange={(dayOrder) => onChange({ ...mapping, dayOrder })}
        />
      ) : null}
      {fields.includes('amount') || fields.includes('perHead') ? (
        <Select
          label={words.decimalSign}
          hint=" "
          options={(['comma', 'point', 'unclear'] as const).map((value) => ({ value, label: decimalSigns[value] }))}
          value={mapping.decimalSign}
          onChange={(decimalSign) => onChange({ ...mapping, decimalSign })}
        />
      ) : null}
    </>
  );
}
