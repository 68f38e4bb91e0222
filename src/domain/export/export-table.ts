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
  'nameKk',
  'nameRu',
  'nameEn',
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
  'person',
  'record',
  'was',
  'amounts',
  'sponsor',
  'language',
  'returnable',
  'step',
  'topic',
  'title',
  'text',
  'chats',
  'pinned',
  'decision',
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
  'availability',
  'runs',
  'deliveries',
  'corrections',
  'returnables',
  'sponsors',
  'pledges',
  'loads',
  'released',
  'notices',
  'review',
] as const;
export type ExportTableId = (typeof exportTableIds)[number];

/** One list, as wide as its columns. */
export type ExportTable = {
  readonly id: ExportTableId;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
};
