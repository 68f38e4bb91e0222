/** A cell of an exported list: text, or a number that a spreadsheet can add up. */
export type ExportCell = string | number;

/** What the columns of all lists mean. Only codes: the screen chooses the words. */
export const exportColumns = [
  'on',
  'window',
  'run',
  'status',
  'driver',
  'kitchen',
  'stop',
  'code',
  'place',
  'district',
  'landmark',
  'phone',
  'lat',
  'lon',
  'item',
  'unit',
  'amount',
  'planned',
  'perHead',
  'headcount',
  'weekday',
  'priority',
  'from',
  'until',
  'reason',
  'note',
  'how',
  'name',
  'role',
  'start',
  'end',
  'ready',
  'halal',
  'allergens',
  'registration',
  'capacity',
  'keepsHot',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export const exportTableIds = [
  'checkpoints',
  'kitchens',
  'items',
  'windows',
  'needs',
  'needsOfDays',
  'batches',
  'vehicles',
  'people',
  'runs',
  'deliveries',
] as const;
export type ExportTableId = (typeof exportTableIds)[number];

/** One list, as wide as its columns. */
export type ExportTable = {
  readonly id: ExportTableId;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
};
