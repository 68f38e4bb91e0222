import { formatCounted } from '../format.ts';

/** The columns that a file of past deliveries may have. */
const columns = {
  date: 'Day',
  run: 'Run',
  checkpoint: 'Checkpoint',
  village: 'Part of the place',
  district: 'District',
  latitude: 'Latitude',
  longitude: 'Longitude',
  item: 'Item',
  unit: 'Unit',
  amount: 'Amount',
};

/** Why a line of the file cannot be taken. */
const badLines = {
  noDate: 'no day',
  badDate: 'the day cannot be read',
  noRun: 'no run',
  noCheckpoint: 'no checkpoint',
  noItem: 'no item',
  noUnit: 'no unit',
  noAmount: 'no amount',
  badAmount: 'the amount is not a number',
  amountZero: 'the amount is zero',
  amountTooLarge: 'the amount is too large',
  badPosition: 'latitude or longitude cannot be read',
  tooLong: 'a text is longer than 80 characters',
  notPrintable: 'a text has characters that cannot be shown',
  unitDiffers: 'the same item has another unit elsewhere',
  tooManyStops: 'the run has more than 60 stops',
  tooManyItems: 'the stop has more than 40 items',
  columnsDiffer: 'the line has another number of columns',
};

export const en = {
  title: 'Import from a file',
  lead: 'Past deliveries from a table saved as CSV: one line for each item brought to a place.',
  pick: 'Choose a file',
  pickHint: 'CSV, up to 10 MB. It is read on this device; nothing is sent yet.',
  pickAnother: 'Choose another file',
  reading: 'Reading …',
  notCsv: 'This is not a table that can be read. Nothing was changed. Save it as CSV (UTF-8) and choose it again.',
  tooLarge: 'The file is larger than 10 MB. Nothing was changed. Cut it into parts.',
  empty: 'The file has no lines. Nothing was changed. Choose another one.',

  mappingTitle: 'Which column is what?',
  mappingLead: 'Guessed from the headings. Check it.',
  columns,
  notThere: 'not in this file',
  columnMissing: (column: string) => `No column was chosen for “${column}”. Nothing was changed. Choose one.`,
  example: (value: string) => `for instance: ${value}`,
  dateOrder: 'How are days written?',
  dateOrders: { yearFirst: '2015-04-29', dayFirst: '29.04.2015', monthFirst: '04/29/2015' },
  window: 'Meal window of these runs',
  noWindow: 'Without a window',
  noUnitUse: 'Where the unit is missing, use',

  previewTitle: 'What will be imported',
  runs: (count: number) => formatCounted(count, 'en', { one: 'run', other: 'runs' }),
  lines: (count: number) => formatCounted(count, 'en', { one: 'line', other: 'lines' }),
  deliveries: (count: number) => formatCounted(count, 'en', { one: 'delivery', other: 'deliveries' }),
  newCheckpoints: (count: number) => formatCounted(count, 'en', { one: 'new checkpoint', other: 'new checkpoints' }),
  newItems: (count: number) => formatCounted(count, 'en', { one: 'new item', other: 'new items' }),
  goodLines: 'Lines that are taken',
  badTitle: (count: number) => `${formatCounted(count, 'en', { one: 'line', other: 'lines' })} left out`,
  badLead:
    'Each with its reason. Correct them in the file and choose it again: what is here already is not counted twice.',
  noBad: 'No line is left out.',
  badColumns: { line: 'Line', reason: 'Why', content: 'What it says' },
  badLines,
  badSave: 'Save the lines left out as a file',
  alreadyHere: (count: number) => `${formatCounted(count, 'en', { one: 'run is', other: 'runs are' })} here already`,
  sampleCaption: 'The first runs of the file',
  sampleColumns: { run: 'Run', day: 'Day', stops: 'Stops', lines: 'Lines' },

  start: (count: number) => `Import ${formatCounted(count, 'en', { one: 'run', other: 'runs' })}`,
  nothingToImport: 'There is nothing new in this file.',
  importing: 'Importing …',
  progress: (done: string, all: string) => `${done} of ${all}`,
  stop: 'Stop',
  stopped: 'Stopped. What was imported stays; the rest can follow with the same file.',
  doneTitle: 'Imported',
  doneLead: 'It is saved on this device and goes to the server with the next connection.',
  toDay: 'See the runs',
};

export type CsvWords = typeof en;
