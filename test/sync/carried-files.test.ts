import { afterEach, beforeEach, expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import type { RowId } from '#domain/scalars.ts';
import { carriedFiles, takeFile } from '#store/carried.ts';
import { exportUnsent } from '#store/export-unsent.ts';
import { sendCarried } from '#sync/send-carried.ts';
import { verify } from '#sync/web-crypto.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, type RealPhone } from './support/real-phone.ts';
import { delivery, plan } from './support/real-plan.ts';

let server: TestServer;
let organiser: RealPhone;
let phone: RealPhone;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await enrolledPhone(server, 'organiser', 'Olga');
  phone = await enrolledPhone(server, 'driver', 'Dauren');
  await organiser.settle();
});
afterEach(() => server.stop());

const carry = () => sendCarried(organiser.store, organiser.ports);
const take = (bytes: Uint8Array) => takeFile(organiser.store, bytes, verify);
const outcomes = async () => (await carriedFiles(organiser.store)).map(({ outcome }) => outcome);
const deliveries = async ({ store }: RealPhone) => store.database.delivery.toArray();

async function saved(from: RealPhone): Promise<Uint8Array> {
  const bytes = await exportUnsent(from.store);
  assert(bytes !== null, 'something is unsent');
  return bytes;
}

/** Dauren's two deliveries, as the file that he saved. */
async function file(): Promise<Uint8Array> {
  const { item, place, run } = await plan(organiser, phone);
  for (const stop of [0, null]) await phone.write(delivery(place, item, { run, stop }));
  return saved(phone);
}

test('12 a file of unsent work is sent on by an organiser, as the work of whoever did it, and counts once', async () => {
  const bytes = await file();
  expect(await take(bytes)).toMatchObject({ ok: true, value: { count: 2, outcome: null } });
  organiser.fates.push('lostGoing', 'lostComing');
  expect([await carry(), await carry(), await outcomes()]).toEqual([1, 1, [null]]);
  expect(await carry()).toBe(0);
  expect(await outcomes()).toEqual([{ type: 'stored', at: expect.any(Number) as number, oddCount: 0 }]);
  await organiser.settle();
  const member = (await phone.store.identity())?.member;
  expect((await deliveries(organiser)).map(({ body }) => [body.member, body.how])).toEqual([
    [member, 'atStop'],
    [member, 'atStop'],
  ]);
  // The phone comes to a network after all: the same entries change nothing, and it goes by its own acknowledgement.
  await phone.settle();
  await organiser.settle();
  expect(await deliveries(organiser)).toHaveLength(2);
  expect(await deliveries(phone)).toHaveLength(2);
});

test('12 brought after the phone itself had been in touch, or by two organisers, it changes nothing', async () => {
  const bytes = await file();
  await take(bytes);
  await phone.settle();
  expect(await carry()).toBe(0);
  await organiser.settle();
  expect(await deliveries(organiser)).toHaveLength(2);
  // By now this device knows how far the server has the phone's log.
  expect(await take(bytes)).toEqual({ ok: false, error: 'already' });
  const other = await enrolledPhone(server, 'organiser', 'Oksana');
  expect(await takeFile(other.store, bytes, verify)).toEqual({ ok: false, error: 'already' });
});

test('every file that is none of ours, cut off, changed, or of elsewhere is named for what it is, and nothing is kept', async () => {
  const bytes = await file();
  const changed = Uint8Array.from(bytes, (byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte));
  expect(await take(changed)).toEqual({ ok: false, error: 'forged' });
  expect(await take(bytes.subarray(0, bytes.length - 40))).toEqual({ ok: false, error: 'cutOff' });
  expect(await take(new TextEncoder().encode('Name;Telephone\r\nAnna;109\r\n'))).toEqual({
    ok: false,
    error: 'notOurs',
  });
  expect(await take(new Uint8Array())).toEqual({ ok: false, error: 'notOurs' });
  const newer = Uint8Array.from(bytes, (byte, index) => (index === 25 ? 2 : byte));
  expect(await take(Uint8Array.from(newer.subarray(0, newer.length - 1)))).toEqual({ ok: false, error: 'newer' });
  const elsewhere = await startTestServer();
  const stranger = await enrolledPhone(elsewhere, 'organiser', 'Stranger');
  const { item, place, run } = await plan(stranger, stranger);
  await stranger.write(delivery(place, item, { run, stop: 0 }));
  expect(await take(await saved(stranger))).toEqual({ ok: false, error: 'foreign' });
  await elsewhere.stop();
  expect(await carriedFiles(organiser.store)).toEqual([]);
  expect(await take(bytes)).toMatchObject({ ok: true });
  expect(await take(bytes)).toEqual({ ok: false, error: 'already' });
});

test('12.3 an answer that is not the server’s own leaves the file waiting; a revoked phone’s work goes to Review', async () => {
  const bytes = await file();
  await take(bytes);
  organiser.wire.stranger = async () =>
    new Response(new Uint8Array([130, 64, 64]), { headers: { 'content-type': 'application/cbor' } });
  expect([await carry(), await outcomes()]).toEqual([1, [null]]);
  organiser.wire.stranger = null;
  const device = (await phone.store.identity())?.device;
  assert(device !== undefined, 'the phone is enrolled');
  await organiser.write({ name: 'deviceRevoke', args: { device: device as string as RowId } });
  await organiser.settle();
  expect(await carry()).toBe(0);
  expect(await outcomes()).toEqual([{ type: 'stored', at: expect.any(Number) as number, oddCount: 2 }]);
  await organiser.settle();
  expect(await deliveries(organiser)).toEqual([]);
  expect(await organiser.store.database.aside.count()).toBe(2);
});
