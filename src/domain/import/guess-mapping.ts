import { cleanText, type Cells, sameText } from './cells.ts';
import { type Field, fieldsOf, type ImportKind, type Mapping } from './fields.ts';
import { dateColumns } from './date-columns.ts';
import { headerWords } from './header-words.ts';
import { guessDecimalSign } from './read-count.ts';
import { guessDayOrder } from './read-day.ts';

/** Titles and empty lines above the columns' names: more than this nobody puts there. */
const MAX_HEADER_LINE = 10;
/** So many columns of days are no chance. */
const MIN_DATE_COLUMNS = 2;
/** Lines whose cells tell how amounts and days are written. */
const SAMPLE_LINES = 2_000;

type Columns = Mapping['columns'];
type Guess = {
  readonly kind: ImportKind;
  readonly headerLine: number;
  readonly columns: Columns;
  readonly row: readonly string[];
};

/** What no heading says. */
const UNSAID: Omit<Mapping, 'kind' | 'headerLine' | 'columns'> = {
  decimalSign: 'point',
  dayOrder: 'dayFirst',
  unitForAll: '',
  headcountForAll: '',
  itemForAll: '',
};

/** A first reading of the file by its headings, in three languages; the person sees and changes it. */
export function guessMapping(cells: Cells): Mapping {
  const nothing: Guess = { kind: 'checkpoints', headerLine: 0, columns: {}, row: [] };
  const { row: _, ...best } = guesses(cells).reduce(better, nothing);
  return withSigns(cells, { ...best, ...UNSAID });
}

/** The same file read as the other kind, or with its names on another line. */
export function guessColumns(cells: Cells, kind: ImportKind, headerLine: number): Mapping {
  const columns = headerLine === 0 ? {} : columnsOf((cells[headerLine - 1] ?? []).map(headingOf), kind);
  return withSigns(cells, { kind, headerLine, columns, ...UNSAID });
}

/** Reads the decimal sign and the order of days from the columns that are chosen now. */
export function withSigns(cells: Cells, mapping: Mapping): Mapping {
  const sample = cells.slice(mapping.headerLine, mapping.headerLine + SAMPLE_LINES);
  const texts = (column: number | undefined): readonly string[] =>
    column === undefined ? [] : sample.map((row) => cleanText(row[column] ?? ''));
  return {
    ...mapping,
    decimalSign: guessDecimalSign(texts(mapping.columns.amount)),
    dayOrder: guessDayOrder(
      mapping.kind === 'grid' ? (cells[mapping.headerLine - 1] ?? []).map(cleanText) : texts(mapping.columns.on),
    ),
  };
}

function guesses(cells: Cells): readonly Guess[] {
  return cells.slice(0, MAX_HEADER_LINE).flatMap((row, index) => {
    const headings = row.map(headingOf);
    return GUESSED_KINDS.map((kind) => ({
      kind,
      headerLine: index + 1,
      columns: columnsOf(headings, kind),
      row,
    }));
  });
}

/** The likelier kind first: it is kept where another one fits as well. */
const GUESSED_KINDS: readonly ImportKind[] = [
  'pastRuns',
  'checkpoints',
  'grid',
  'needs',
  'runs',
  'people',
  'availability',
];

/** More fields found is better; a file of deliveries has items and amounts, and one of checkpoints has not. */
function better(best: Guess, guess: Guess): Guess {
  return weight(guess) > weight(best) ? guess : best;
}

function weight({ kind, columns, row }: Guess): number {
  const count = Object.keys(columns).length;
  const has = (field: Field): boolean => columns[field] !== undefined;
  const fits: Readonly<Record<ImportKind, boolean>> = {
    checkpoints: has('name'),
    people: has('person') && !has('place'),
    availability: has('person') && has('window') && (has('weekday') || has('on')),
    needs: has('window') && has('headcount'),
    grid: has('place') && dateColumns(row, 'dayFirst').length >= MIN_DATE_COLUMNS,
    runs: has('item') && has('amount') && (has('driver') || has('kitchen')),
    pastRuns: has('item') && has('amount'),
  };
  if (!fits[kind]) return count / 4;
  return (
    count +
    { checkpoints: 0, people: 0.5, availability: 4, needs: 3, grid: MAX_HEADER_LINE, runs: 2.5, pastRuns: 2 }[kind]
  );
}

/** What may be a column's name, and its words. */
type Heading = { readonly text: string; readonly words: readonly string[] };

function headingOf(cell: string): Heading {
  const text = sameText(cell);
  return { text, words: text.split(/[^\p{L}\p{N}№#.-]+/u).filter((word) => word !== '') };
}

/** Pairs headings with fields, the surest pair first; no column is taken twice. */
function columnsOf(headings: readonly Heading[], kind: ImportKind): Columns {
  const fields = fieldsOf(kind);
  const pairs = headings.flatMap((heading, column) =>
    fields.map((field) => ({ field, column, likeness: likeness(heading, field) })).filter((pair) => pair.likeness > 0),
  );
  const columns: { [F in Field]?: number } = {};
  const taken = new Set<number>();
  for (const { field, column } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (taken.has(column) || columns[field] !== undefined) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** 0 for no likeness; a whole heading weighs more than a first word, and that more than any word. */
function likeness({ text, words }: Heading, field: Field): number {
  const known = placesOfWords(field);
  const whole = known.get(text);
  if (whole !== undefined) return 300 - whole;
  const first = known.get(words[0] ?? '');
  if (first !== undefined) return 200 - first;
  const any = words.map((word) => known.get(word)).filter((place) => place !== undefined);
  return any.length === 0 ? 0 : 100 - Math.min(...any);
}

const placesByField = new Map<Field, ReadonlyMap<string, number>>();

/** Where each word stands among those that name the field: every cell of the first lines is looked for in all of them. */
function placesOfWords(field: Field): ReadonlyMap<string, number> {
  const before = placesByField.get(field);
  if (before !== undefined) return before;
  // Backwards, so that the first of two equal words counts.
  const places = new Map(headerWords[field].map((word, index) => [word, index] as const).toReversed());
  placesByField.set(field, places);
  return places;
}
