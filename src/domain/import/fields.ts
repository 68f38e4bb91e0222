/** What a file can hold. `grid`: a line for each place, a column for each day, windows in the cells. */
export const importKinds = ['checkpoints', 'people', 'availability', 'needs', 'grid', 'runs', 'pastRuns'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What the columns of such a file can mean. */
const fields = {
  checkpoints: ['name', 'nameKk', 'nameRu', 'nameEn', 'code', 'district', 'landmark', 'phone', 'lat', 'lon'],
  people: ['person', 'phone'],
  availability: ['person', 'window', 'weekday', 'on', 'kitchen'],
  needs: ['place', 'district', 'window', 'on', 'headcount', 'item', 'unit', 'perHead'],
  grid: ['place', 'district'],
  runs: ['on', 'run', 'window', 'kitchen', 'driver', 'place', 'district', 'item', 'unit', 'amount', 'record'],
  pastRuns: ['on', 'run', 'district', 'place', 'village', 'lat', 'lon', 'item', 'unit', 'amount', 'record'],
} as const satisfies Readonly<Record<ImportKind, readonly string[]>>;
export type Field = (typeof fields)[ImportKind][number];

/** How the person, or our guess, reads the file. */
export type Mapping = {
  readonly kind: ImportKind;
  /** Lines up to and including the one with the columns' names; 0 when the first line is content already. */
  readonly headerLine: number;
  /** Index of the column of each field; a field without one is not in the file. */
  readonly columns: { readonly [F in Field]?: number };
  /** `unclear`: "1,234" may be a thousand or a little more than one, and is a bad line until a person says. */
  readonly decimalSign: 'comma' | 'point' | 'unclear';
  /** How "4/5/2015" is read; ISO days are always year first. */
  readonly dayOrder: 'dayFirst' | 'monthFirst';
  /** The unit of every line, for a file without a column of units; empty otherwise. */
  readonly unitForAll: string;
  /** The same for how many heads a place has, and for what they get. */
  readonly headcountForAll: string;
  readonly itemForAll: string;
};

export function fieldsOf(kind: ImportKind): readonly Field[] {
  return fields[kind];
}

/** What the file need not hold, because the person says it for all lines. */
export const forAll = {
  unit: 'unitForAll',
  headcount: 'headcountForAll',
  item: 'itemForAll',
} as const satisfies { readonly [F in Field]?: keyof Mapping };
export type FieldForAll = keyof typeof forAll;

/** Which of them such a file may lack. */
export function fieldsForAll(kind: ImportKind): readonly FieldForAll[] {
  if (kind === 'needs' || kind === 'grid') return ['headcount', 'item', 'unit'];
  return kind === 'runs' || kind === 'pastRuns' ? ['unit'] : [];
}

const required: Readonly<Record<ImportKind, readonly Field[]>> = {
  checkpoints: ['name'],
  people: ['person'],
  availability: ['person', 'window'],
  needs: ['place', 'window', 'headcount', 'item', 'unit'],
  grid: ['place', 'headcount', 'item', 'unit'],
  runs: ['on', 'place', 'item', 'unit', 'amount'],
  pastRuns: ['on', 'place', 'item', 'unit', 'amount'],
};

/** The fields without which no line can be read, and which the mapping does not name yet. */
export function missingFields(mapping: Mapping): readonly Field[] {
  const given = new Set<Field>(fieldsForAll(mapping.kind).filter((field) => mapping[forAll[field]].trim() !== ''));
  return required[mapping.kind].filter((field) => mapping.columns[field] === undefined && !given.has(field));
}
