import { formatCounted } from '../format.ts';

export const paper = {
  open: 'Type the sheet back',
  title: 'From the paper',
  lead: 'Each stop begins as planned. Type over what was different; Enter saves all of it and ends the run.',
  notOnSheet: 'Not on the sheet',
  save: (count: number) => `Save ${formatCounted(count, 'en', { one: 'record', other: 'records' })}`,
  saved: (count: number) => `Saved: ${formatCounted(count, 'en', { one: 'record', other: 'records' })}`,
};

export type PaperWords = typeof paper;
