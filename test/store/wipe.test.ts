import { expect, test } from 'vitest';

import { readPosition, writeMeta } from '#store/meta.ts';
import { exportRecord } from '#store/export-unsent.ts';
import { storeKeys } from '#store/enrolment.ts';
import { unsent } from '#store/queries/unsent.ts';
import { wipe } from '#store/wipe.ts';
import { makeDeviceKeys, signWith } from '#sync/web-crypto.ts';

import { delivered, oneRun } from './support/one-run.ts';
import { allRows, enrolledStore, testPorts } from './support/test-store.ts';

/** A driver's phone with four deliveries, of which the server has three and has refused the second. */
async function phone() {
  const store = await enrolledStore({ rows: [oneRun], ports: { ...testPorts(), signWith } });
  await storeKeys(store, await makeDeviceKeys());
  for (const tap of ['a', 'b', 'c', 'd']) await store.mutate(delivered(tap), tap);
  const now = await readPosition(store.database);
  await writeMeta(store.database, 'position', { ...now, acknowledgedThrough: 4 });
  await store.database.exceptions.put({ number: 3, status: 'rejected', code: 'wrongBranch', isSeen: false });
  return store;
}

test('a phone that was blocked keeps what is unsent, and what was refused and nobody has looked at', async () => {
  const store = await phone();
  await wipe(store.database, await readPosition(store.database));
  expect((await unsent(store)).map(({ number, state }) => `${number} ${state}`)).toEqual(['3 rejected', '5 onPhone']);
  expect((await allRows(store)).size).toBe(0);
  expect(await store.database.log.get(2)).toBeUndefined();
  expect(await exportRecord(store, 3)).not.toBeNull();
});

test('and nothing else of what the server has', async () => {
  const store = await phone();
  await store.dismiss(3);
  await wipe(store.database, await readPosition(store.database));
  expect((await store.database.log.toArray()).map(({ number }) => number)).toEqual([5]);
  expect(await store.database.exceptions.count()).toBe(0);
  expect((await readPosition(store.database)).keptFrom).toBe(5);
});
