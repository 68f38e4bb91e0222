import { expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { isGenuineSegment } from '#protocol/segment.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';
import { storeKeys } from '#store/enrolment.ts';
import { exportUnsent } from '#store/export-unsent.ts';
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

test('4.4 everything unsent is one genuine segment in a file, and stays on the phone', async () => {
  const { store, publicKey } = await phone();
  await store.mutate(delivery, 'tap-1');
  await store.mutate(delivery, 'tap-2');
  const bytes = await exportUnsent(store);
  if (bytes === null) throw new Error('There was something to save');
  const file = fromBytes(segmentFileSchema, bytes);
  if (!file.ok) throw new Error('The file was not read');
  const { organisation, device, segment } = file.value;
  expect(device).toBe(DEVICE);
  expect(await isGenuineSegment({ organisation, device }, segment, publicKey, { sha256, verify })).toBe(true);
  const entries = segment.entries.map((entry) => bytesToEntry(entry));
  expect(entries.map((entry) => (entry.ok ? `${entry.value.number} ${entry.value.name}` : '-'))).toEqual([
    '2 deliveryRecord',
    '3 deliveryRecord',
  ]);
  expect(await store.database.log.count()).toBe(3);
});

test('a phone with nothing unsent has no file to save', async () => {
  const { store } = await phone();
  expect(await exportUnsent(store)).toBeNull();
});
