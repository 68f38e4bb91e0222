import { afterEach, beforeEach, expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import type { DeliveryBody } from '#domain/delivery.ts';
import { exportUnsent } from '#store/export-unsent.ts';
import { openFormer } from '#store/former-memory.ts';
import { passOn } from '#store/pass-on.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { sendFormers } from '#sync/send-formers.ts';
import { allRows } from '#test/store/support/test-store.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, enter, type RealPhone } from './support/real-phone.ts';
import { delivery, plan } from './support/real-plan.ts';

const MONTH_MS = 31 * 24 * 60 * 60 * 1_000;

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

const sendFormersOf = ({ store, ports }: RealPhone) => sendFormers(store, { ...ports, timer: store.ports.timer });
const memberOf = async ({ store }: RealPhone) => (await store.identity())?.member;
const deviceOf = async ({ store }: RealPhone) => {
  const identity = await store.identity();
  assert(identity !== null, 'the phone is enrolled');
  return identity.device;
};

/** Dauren's run, and two records of it that nobody else has. */
async function unsentWork() {
  const { item, place, run } = await plan(organiser, phone);
  for (const stop of [0, null]) await phone.write(delivery(place, item, { run, stop }));
  return { item, place, device: await deviceOf(phone), member: await memberOf(phone) };
}

test('SYNC 5: a phone passes to another volunteer: the old work goes as theirs, their stops and names are gone', async () => {
  const before = await unsentWork();
  expect(await passOn(phone.store)).toMatchObject({ ok: true });
  expect(await phone.store.identity()).toBeNull();
  expect(await phone.store.beginning()).toBe('new');
  expect((await allRows(phone.store)).size).toBe(0);
  expect(await formerHolders(phone.store)).toEqual([{ device: before.device, name: 'Dauren', unsent: 2 }]);

  expect((await enter(phone, await server.invite('driver'), 'Saule')).ok).toBe(true);
  await phone.settle();
  expect(await deviceOf(phone)).not.toBe(before.device);
  expect([...(await allRows(phone.store)).keys()].filter((key) => /^(run|checkpoint|delivery)\//.test(key))).toEqual(
    [],
  );

  expect(await sendFormersOf(phone)).toBe(0);
  await organiser.settle();
  const deliveries = [...(await allRows(organiser.store))].filter(([key]) => key.startsWith('delivery/'));
  expect(deliveries.map(([, body]) => body as DeliveryBody)).toMatchObject([
    { member: before.member, device: before.device, stop: 0 },
    { member: before.member, device: before.device, stop: null },
  ]);
  const former = await openFormer(phone.store, before.device);
  assert(former !== null, 'their memory is there');
  expect((await allRows(former)).size).toBe(0);
  former.database.close();
});

test('while the server is out of reach nothing is lost, through a closed app, and a file can carry it', async () => {
  const { device } = await unsentWork();
  await passOn(phone.store);
  const later = await phone.reopen();
  later.fates.push('lostGoing');
  expect(await sendFormersOf(later)).toBe(2);
  const former = await openFormer(later.store, device);
  assert(former !== null, 'their memory is there');
  expect(await unsentCount(former)).toEqual({ unsent: 2, needsYou: 0 });
  expect(await exportUnsent(former)).not.toBeNull();
  former.database.close();
  later.fates.push('lostComing');
  await sendFormersOf(later);
  expect(await sendFormersOf(later)).toBe(0);
  await organiser.settle();
  expect([...(await allRows(organiser.store)).keys()].filter((key) => key.startsWith('delivery/'))).toHaveLength(2);
});

test('their name stays until the server has kept everything for a month, and not longer', async () => {
  await unsentWork();
  await passOn(phone.store);
  await sendFormersOf(phone);
  expect(await formerHolders(phone.store)).toMatchObject([{ name: 'Dauren', unsent: 0 }]);
  server.clock.move(MONTH_MS);
  await sendFormersOf(phone);
  expect(await formerHolders(phone.store)).toEqual([]);
});

test('a phone that was passed on twice sends the work of both', async () => {
  const { item, place } = await unsentWork();
  await passOn(phone.store);
  expect((await enter(phone, await server.invite('driver'), 'Saule')).ok).toBe(true);
  await phone.settle();
  await phone.write(delivery(place, item));
  await passOn(phone.store);
  expect((await formerHolders(phone.store)).map(({ name, unsent }) => `${name} ${unsent}`)).toEqual([
    'Dauren 2',
    'Saule 1',
  ]);
  expect(await sendFormersOf(phone)).toBe(0);
});

test('what was refused and nobody has seen keeps the phone: only its author understands it', async () => {
  const { run } = await plan(organiser, phone);
  await organiser.write({ name: 'runCancel', args: { run, reason: '' } });
  await organiser.settle();
  await phone.write({ name: 'runAccept', args: { run } });
  await phone.settle();
  expect(await passOn(phone.store)).toEqual({ ok: false, error: { code: 'needsYou' } });
  expect(await memberOf(phone)).toBeDefined();
});
