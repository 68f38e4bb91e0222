import Dexie from 'dexie';
import { expect, test } from 'vitest';

import { storageFailureOf } from '#store/storage-failure.ts';

test.each([
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'lost'],
  ['ConstraintError', 'exists'],
] as const)('many rows that fail together with %s fail as one does: %s', (name, failure) => {
  const cause = new DOMException('the disk says no', name);
  expect(storageFailureOf(new Dexie.BulkError('row.bulkPut(): 1 of 2 operations failed', [cause]))).toBe(failure);
});

test('what has no storage in it is a bug', () => {
  expect(storageFailureOf(new TypeError('undefined is not a function'))).toBe('bug');
});
