import { expect, test } from 'vitest';

import { readPosition, writeMeta } from '#store/meta.ts';
import { ownMutations, readOwnLog } from '#store/own-log.ts';
import type { Segment } from '#protocol/segment.ts';
import { delivered as delivery, oneRun as run } from './support/one-run.ts';
import { enrolledStore } from './support/test-store.ts';

const offered = (firstNumber: number, count: number) =>
  ({ firstNumber, entries: Array.from({ length: count }, () => new Uint8Array(1)) }) as unknown as Segment;

async function storeWithTaps() {
  const store = await enrolledStore({ rows: [run] });
  for (const tap of ['tap-1', 'tap-2', 'tap-3']) await store.mutate(delivery(), tap);
  const ownLog = await readOwnLog(store, offered(2, 2));
  const { revision } = await readPosition(store.database);
  return { database: store.database, store, ownLog, revision };
}

test('8.13 what was read of the log while the server worked serves its answer, a stretch of it too', async () => {
  const { database, ownLog, revision } = await storeWithTaps();
  expect(ownLog?.mutations.map(({ number }) => number)).toEqual([2, 3]);
  const found = await ownMutations(database, { from: 3, to: 3 }, revision, ownLog);
  expect(found[0]).toBe(ownLog?.mutations[1]);
});

test('8.13 once another answer was laid, or for more than was read, the log is read anew', async () => {
  const { database, ownLog, revision } = await storeWithTaps();
  expect(await ownMutations(database, { from: 2, to: 4 }, revision, ownLog)).toHaveLength(3);
  await database.log.update(3, { wrote: ['delivery/other'] });
  await writeMeta(database, 'position', { ...(await readPosition(database)), revision: revision + 1 });
  const [found] = await ownMutations(database, { from: 3, to: 3 }, revision + 1, ownLog);
  expect(found?.wrote).toEqual(['delivery/other']);
});

test('nothing offered, or no storage that answers: nothing was read, and nobody is disturbed', async () => {
  const { store } = await storeWithTaps();
  expect(await readOwnLog(store, null)).toBeNull();
  store.database.close();
  expect(await readOwnLog(store, offered(2, 2))).toBeNull();
});
