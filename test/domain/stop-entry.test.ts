import { expect, test } from 'vitest';

import { readStopEntry } from '#domain/stop-entry.ts';

test('an entry is read as it was kept', () => {
  const entry = { amounts: [{ item: 'tea', count: 2_500 }], reason: 'closed', note: 'snow' };
  expect(readStopEntry(entry)).toEqual(entry);
});

test.each([
  undefined,
  null,
  'x',
  {},
  { amounts: [], reason: 'tired', note: '' },
  { amounts: 7, reason: null, note: '' },
])('what is no entry is passed over: %j', (kept) => {
  expect(readStopEntry(kept)).toBeUndefined();
});
