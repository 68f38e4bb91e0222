import { expect, test } from 'vitest';

import { delivered as delivery, oneRun as run, RUN } from './support/one-run.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { allRows, DEVICE, emptyStore, enrolledStore, testIdentity } from './support/test-store.ts';

test('2.1 2.3 a tap is saved with its number, its row and the server version of what it read', async () => {
  const store = await enrolledStore({ rows: [run] });
  const saved = await store.mutate(delivery(), 'tap-1');
  expect(saved).toEqual({ ok: true, value: { number: 2, firstRowId: `${DEVICE}.2` } });
  const second = await store.mutate(delivery(), 'tap-2');
  expect(second).toEqual({ ok: true, value: { number: 3, firstRowId: `${DEVICE}.3` } });
  const rows = await allRows(store);
  expect([...rows.keys()].toSorted()).toEqual([`delivery/${DEVICE}.2`, `delivery/${DEVICE}.3`, `run/${RUN}`]);
  expect(await store.database.shadow.toArray()).toEqual([{ key: `run/${RUN}`, body: run.body }]);
  const log = await store.database.log.toArray();
  expect(log.map(({ number, read, wrote }) => ({ number, read, wrote }))).toEqual([
    { number: 1, read: [], wrote: [] },
    { number: 2, read: [`run/${RUN}`], wrote: [`delivery/${DEVICE}.2`] },
    { number: 3, read: [`run/${RUN}`], wrote: [`delivery/${DEVICE}.3`] },
  ]);
});

test('the same tap twice is one mutation', async () => {
  const store = await enrolledStore({ rows: [run] });
  const [first, second] = await Promise.all([store.mutate(delivery(), 'tap-1'), store.mutate(delivery(), 'tap-1')]);
  expect(second).toEqual(first);
  expect(await store.database.log.count()).toBe(2);
  expect(await store.database.delivery.count()).toBe(1);
});

test('a refusal writes nothing and takes no number', async () => {
  const store = await enrolledStore({ rows: [{ ...run, body: { ...run.body, status: 'completed' } }] });
  const refused = await store.mutate({ name: 'runAccept', args: { run: RUN } }, 'tap-1');
  expect(refused).toEqual({ ok: false, error: { code: 'refused', rejection: { code: 'wrongStatus' } } });
  expect(await store.database.log.count()).toBe(1);
  const saved = await store.mutate(delivery(), 'tap-2');
  expect(saved.ok && saved.value.number).toBe(2);
});

test('nobody mutates before enrolment', async () => {
  const store = await emptyStore();
  expect(await store.mutate(delivery(), 'tap-1')).toEqual({ ok: false, error: { code: 'notEnrolled' } });
});

test('2.1 two windows that write in turn leave no gap, and take no number twice', async () => {
  const store = await enrolledStore({ rows: [run] });
  const other = await emptyStore(store.ports);
  for (let turn = 0; turn < 3; turn += 1) {
    for (const window of [store, store, other]) {
      expect((await window.mutate(delivery(), crypto.randomUUID())).ok).toBe(true);
    }
  }
  expect(await store.database.log.toCollection().primaryKeys()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await store.database.delivery.count()).toBe(9);
});

test('what an answer changed is known to the next tap: who this is, and that the shadow was cleared', async () => {
  const store = await enrolledStore({ rows: [run] });
  const { database } = store;
  await store.mutate(delivery(), 'tap-1');
  await writeMeta(database, 'identity', testIdentity('organiser'));
  await writeMeta(database, 'position', {
    ...(await readPosition(database)),
    revision: 1,
    settled: [{ from: 1, to: 2 }],
  });
  await database.shadow.clear();
  await store.mutate(delivery(), 'tap-2');
  expect(await database.shadow.toCollection().primaryKeys()).toEqual([`run/${RUN}`]);
  const fields = { name: 'Tea', unit: 'l' };
  expect((await store.mutate({ name: 'itemCreate', args: { fields } }, 'tap-3')).ok).toBe(true);
  expect(await database.log.toCollection().primaryKeys()).toEqual([1, 2, 3, 4]);
});

test('what an answer changed decides the next tap, and nothing of the first try is left', async () => {
  const store = await enrolledStore({ rows: [run] });
  const { database } = store;
  await store.mutate(delivery(), 'tap-1');
  await database.run.put({ ...run, body: { ...run.body, status: 'cancelled' } });
  await writeMeta(database, 'position', { ...(await readPosition(database)), revision: 1 });
  expect(await store.mutate(delivery(), 'tap-2')).toMatchObject({ ok: true, value: { number: 3 } });
  expect(await database.log.toCollection().primaryKeys()).toEqual([1, 2, 3]);
  expect((await database.delivery.toArray()).map(({ body }) => body.flags)).toEqual([[], ['runCancelled']]);
});

test('what another window changed decides the next tap', async () => {
  const store = await enrolledStore({ rows: [run] });
  const other = await emptyStore(store.ports);
  await store.mutate(delivery(), 'tap-1');
  expect((await other.mutate({ name: 'runDepart', args: { run: RUN, loaded: [] } }, 'tap-2')).ok).toBe(true);
  expect((await other.mutate({ name: 'runComplete', args: { run: RUN } }, 'tap-3')).ok).toBe(true);
  await store.mutate(delivery(), 'tap-4');
  expect((await store.database.delivery.toArray()).map(({ body }) => body.flags)).toEqual([[], ['runClosed']]);
});
