import { batchId } from '../derived-ids.ts';
import { rowId } from '../scalars.ts';
import { batchBody, batchFields } from '../supply.ts';
import { setRow } from './set-row.ts';

/** What a kitchen makes for a window, every day or on one, and when it is ready. */
export const batchSet = setRow({ kitchen: rowId, window: rowId, on: batchBody.entries.on }, batchFields, {
  kind: 'batch',
  idOf: ({ kitchen, window, on }) => batchId(kitchen, window, on),
  bodyOf: ({ kitchen, window, on }, { lines, readyMinute }) => ({ kitchen, window, on, lines, readyMinute }),
  names: ({ kitchen, window }) => [
    { kind: 'kitchen', id: kitchen },
    { kind: 'mealWindow', id: window },
  ],
});
