import { Dexie } from 'dexie';
import { expect, test } from 'vitest';

import { openPhoneStore } from '#store/phone-store.ts';

import { delivered } from './support/one-run.ts';
import { NOON, testIdentity, testPorts } from './support/test-store.ts';

/** The tables of version 1, as phones outside have them. */
const VERSION_1 = {
  branch: 'id',
  member: 'id',
  device: 'id',
  contact: 'id',
  invite: 'id',
  item: 'id',
  mealWindow: 'id',
  kitchen: 'id',
  checkpoint: 'id',
  placeName: 'id',
  run: 'id, body.on',
  delivery: 'id, body.run, body.on',
  correction: 'id, body.delivery',
  claim: 'id',
  log: 'number, &tap',
  shadow: 'key',
  exceptions: 'number',
  mentioned: 'key',
  meta: '',
  keys: '',
  drafts: '',
};

test('a phone with the tables of version 1 keeps its log, its rows and its drafts, and records on', async () => {
  const ports = testPorts();
  const old = new Dexie(ports.name, { indexedDB, IDBKeyRange });
  old.version(1).stores(VERSION_1);
  await old.open();
  const entry = { number: 1, tap: 'enrol', claimedAt: NOON, branch: 'kokshetau', name: 'enrol', version: 1 };
  await old.table('log').put({ ...entry, args: new Uint8Array(1), read: [], wrote: [] });
  await old.table('meta').put(testIdentity(), 'identity');
  await old.table('drafts').put('left it with the guard', 'stop');
  const row = { flags: ['runClosed'], corrections: [], run: null, on: '2026-01-15' };
  await old.table('delivery').put({ id: 'before', body: row });
  old.close();

  const opened = await openPhoneStore(ports);
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  expect(await opened.value.identity()).toEqual(testIdentity());
  expect(await database.drafts.get('stop')).toBe('left it with the guard');
  expect(await database.delivery.where('body.flags').equals('runClosed').primaryKeys()).toEqual(['before']);
  expect(await database.aside.count()).toBe(0);
  expect(await opened.value.mutate(delivered(), 'tap')).toMatchObject({ ok: true, value: { number: 2 } });
});
