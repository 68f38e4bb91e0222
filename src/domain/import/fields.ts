/** What a file can hold. */
export type ImportKind = 'checkpoints' | 'pastRuns';

/** What the columns of such a file can mean. */
const checkpointFields = ['name', 'code', 'district', 'landmark', 'phone', 'lat', 'lon'] as const;
const pastRunFields = ['on', 'run', 'district', 'place', 'village', 'lat', 'lon', 'item', 'unit', 'amount'] as const;
export type Field = (typeof checkpointFields)[number] | (typeof pastRunFields)[number];

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
};

export function fieldsOf(kind: ImportKind): readonly Field[] {
  return kind === 'checkpoints' ? checkpointFields : pastRunFields;
}

/** The fields without which no line can be read, and which the mapping does not name yet. */
export function missingFields(mapping: Mapping): readonly Field[] {
  return requiredFields(mapping).filter((field) => mapping.columns[field] === undefined);
}

function requiredFields({ kind, unitForAll }: Mapping): readonly Field[] {
  if (kind === 'checkpoints') return ['name'];
  return unitForAll.trim() === '' ? ['on', 'place', 'item', 'unit', 'amount'] : ['on', 'place', 'item', 'amount'];
}
