import { expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { isGenuineSegment } from '#protocol/segment.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';
import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { recordToBytes } from '#store/chain.ts';
import { storeKeys } from '#store/enrolment.ts';
import { exportRecord, exportUnsent } from '#store/export-unsent.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { sha256 } from '#store/sha256.ts';
import { makeDeviceKeys, rawPublicKey, signWith, verify } from '#sync/web-crypto.ts';

import { DEVICE, enrolledStore, OTHER, testPorts } from './support/test-store.ts';

const delivery: Mutation = {
  name: 'deliveryRecord',
  args: {
    run: null,
    stop: null,
    checkpoint: `${OTHER}.2` as RowId,
    on: '2026-01-15' as Day,
    window: null,
    lines: [],
    reason: 'closed',
    note: '',
    how: 'atStop',
  },
};

async function phone() {
  const keys = await makeDeviceKeys();
  const store = await enrolledStore({ ports: { ...testPorts(), signWith } });
  await storeKeys(store, keys);
  return { store, publicKey: await rawPublicKey(keys.sign.publicKey) };
}

/** The entries of a file, "3 deliveryRecord", once its segment has proved genuine. */
async function entriesOf(bytes: Uint8Array | null, publicKey: Uint8Array): Promise<readonly string[]> {
  if (bytes === null) throw new Error('There was something to save');
  const file = fromBytes(segmentFileSchema, bytes);
  if (!file.ok) throw new Error('The file was not read');
  const { organisation, device, segment } = file.value;
  expect(device).toBe(DEVICE);
  expect(await isGenuineSegment({ organisation, device }, segment, publicKey, { sha256, verify })).toBe(true);
  const entries = segment.entries.map((entry) => bytesToEntry(entry));
  return entries.map((entry) => (entry.ok ? `${entry.value.number} ${entry.value.name}` : '-'));
}

test('4.4 everything unsent is one genuine segment in a file, and stays on the phone', async () => {
  const { store, publicKey } = await phone();
  await store.mutate(delivery, 'tap-1');
  await store.mutate(delivery, 'tap-2');
  const entries = await entriesOf(await exportUnsent(store), publicKey);
  expect(entries).toEqual(['2 deliveryRecord', '3 deliveryRecord']);
  expect(await store.database.log.count()).toBe(3);
});

test('4.4 what the server has refused is in the file too, as long as nobody has looked', async () => {
  const { store, publicKey } = await phone();
  for (const tap of ['a', 'b', 'c']) await store.mutate(delivery, tap);
  const log = await store.database.log.toArray();
  const acknowledgedHash = chainHead(sha256, CHAIN_START, log.slice(0, 3).map(recordToBytes));
  const now = await readPosition(store.database);
  await writeMeta(store.database, 'position', { ...now, acknowledgedThrough: 3, acknowledgedHash });
  await store.database.exceptions.put({ number: 2, status: 'rejected', code: 'wrongBranch', isSeen: false });
  const all = ['2 deliveryRecord', '3 deliveryRecord', '4 deliveryRecord'];
  expect(await entriesOf(await exportUnsent(store), publicKey)).toEqual(all);
  await store.dismiss(2);
  expect(await entriesOf(await exportUnsent(store), publicKey)).toEqual(['4 deliveryRecord']);
});

test('4.4 one record alone is a genuine segment, whether the server has it or not', async () => {
  const { store, publicKey } = await phone();
  for (const tap of ['a', 'b']) await store.mutate(delivery, tap);
  for (const number of [2, 3]) {
    expect(await entriesOf(await exportRecord(store, number), publicKey)).toEqual([`${number} deliveryRecord`]);
  }
  expect(await exportRecord(store, 9)).toBeNull();
});

test('a phone with nothing unsent has no file to save', async () => {
  const { store } = await phone();
  expect(await exportUnsent(store)).toBeNull();
});
