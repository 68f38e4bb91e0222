import { afterEach, beforeEach, expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import type { RowId } from '#domain/scalars.ts';
import { leftovers } from '#domain/views/leftovers.ts';
import { returnablesOfRun } from '#domain/views/returnables-of-run.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { runRecord } from '#store/queries/run-record.ts';
import { runInFull } from '#store/queries/run-in-full.ts';
import { sha256 } from '#store/sha256.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { amount, TODAY } from '#test/support/test-plan.ts';

import { enrolledPhone, enter, type RealPhone, realPhone } from './support/real-phone.ts';
import { delivery, rowIdOf } from './support/real-plan.ts';

let server: TestServer;
let organiser: RealPhone;
let first: RealPhone;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await enrolledPhone(server, 'organiser', 'Olga');
  first = await driverPhone('Dauren');
});
afterEach(() => server.stop());

/** A driver whom the organiser's phone knows. */
async function driverPhone(name: string): Promise<RealPhone> {
  const phone = await enrolledPhone(server, 'driver', name);
  await organiser.settle();
  return phone;
}

const memberOf = async ({ store }: RealPhone): Promise<RowId> => {
  const identity = await store.identity();
  assert(identity !== null, 'the phone is enrolled');
  return identity.member;
};

/** Three stops of ten each, loaded and on the way, with four thermoses in the car. */
async function onTheWay(driver: RealPhone) {
  const write = async (mutation: Parameters<RealPhone['write']>[0]) =>
    rowIdOf(organiser, await organiser.write(mutation));
  const item = await write({ name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'litre' } } });
  const thermos = await write({ name: 'returnableCreate', args: { fields: { name: 'Thermos' } } });
  const places: RowId[] = [];
  for (const code of ['7', '8', '9']) {
    const fields = {
      name: `Post ${code}`,
      code,
      otherNames: null,
      landmark: '',
      district: '',
      phone: null,
      position: null,
    };
    places.push(await write({ name: 'checkpointCreate', args: { fields } }));
  }
  const stops = places.map((checkpoint) => ({ checkpoint, lines: [amount(item, 10)] }));
  const args = { label: '', on: TODAY, window: null, kitchen: null, driver: await memberOf(driver), stops };
  const run = await write({ name: 'runPlan', args });
  await organiser.settle();
  await driver.settle();
  await driver.write({ name: 'runDepart', args: { run, loaded: [amount(item, 30)] } });
  const counted = { run, stop: null, checkpoint: null, on: TODAY, insteadOf: null };
  await driver.write({ name: 'returnablesCount', args: { ...counted, step: 'out', lines: [amount(thermos, 4)] } });
  const delivers = (phone: RealPhone, stop: number) =>
    phone.write(delivery(places[stop] as RowId, item, { run, stop, lines: [amount(item, 10)], note: 'to the medic' }));
  return { run, item, thermos, delivers };
}

const statesOf = async ({ store }: RealPhone, run: RowId) =>
  (await runInFull(store, run))?.stops.map(({ state }) => state);

test('a run passes to another driver mid-way: done stops stay done, the load and the rest move, whoever was offline', async () => {
  const second = await driverPhone('Saule');
  const { run, item, delivers } = await onTheWay(first);
  await delivers(first, 0);
  await first.settle();
  // From here on the first phone hears nothing for a while.
  await delivers(first, 1);
  await organiser.write({ name: 'runAssign', args: { run, driver: await memberOf(second) } });
  await organiser.settle();
  await second.settle();

  expect(await statesOf(second, run)).toEqual(['asPlanned', 'open', 'open']);
  const taken = await runInFull(second.store, run);
  assert(taken !== null, 'the run is on the second phone');
  expect(leftovers(taken.run.loaded, taken.stops, taken.besides)).toEqual([amount(item, 20)]);
  expect(returnablesOfRun(taken.counts).inCar).toMatchObject([{ count: 4_000 }]);
  expect(taken.placesById.size).toBe(3);
  const [done] = await second.store.database.delivery.toArray();
  expect(done?.body).toMatchObject({ member: null, device: null, note: '' });

  await delivers(second, 2);
  await first.settle();
  await second.settle();
  expect(await statesOf(second, run)).toEqual(['asPlanned', 'asPlanned', 'asPlanned']);
  expect(await runInFull(first.store, run)).toBeNull();
  expect(await first.store.database.checkpoint.count()).toBe(0);
  expect(await first.store.database.delivery.count()).toBe(2);

  await organiser.settle();
  const record = await runRecord(organiser.store, run);
  expect(record?.deliveries.map(({ body }) => [body.stop, body.flags]).toSorted()).toEqual([
    [0, []],
    [1, ['runNotTheirs']],
    [2, []],
  ]);
  expect(await unsentCount(first.store)).toEqual({ unsent: 0, needsYou: 0 });
});

test('a run that goes back to nobody takes its records off the phone', async () => {
  const second = await driverPhone('Saule');
  const { run, delivers } = await onTheWay(first);
  await delivers(first, 0);
  await first.settle();
  for (const driver of [await memberOf(second), null]) {
    await organiser.write({ name: 'runAssign', args: { run, driver } });
    await organiser.settle();
    await second.settle();
    expect(await second.store.database.delivery.count()).toBe(driver === null ? 0 : 1);
    expect(await second.store.database.returnableCount.count()).toBe(driver === null ? 0 : 1);
  }
});

test('two phones of one driver show the same run, and what either records is on both', async () => {
  await organiser.write({ name: 'inviteCreate', args: inviteOf('0123456789ab', await memberOf(first)) });
  await organiser.settle();
  const other = await realPhone(server);
  expect((await enter(other, '0123456789ab', 'Dauren')).ok).toBe(true);
  await other.settle();
  expect(await memberOf(other)).toBe(await memberOf(first));

  const { run, delivers } = await onTheWay(first);
  await first.settle();
  await other.settle();
  // Both without a network: each records what it sees, one of them twice.
  await delivers(first, 0);
  await delivers(other, 0);
  await delivers(other, 1);
  for (const phone of [first, other, first]) await phone.settle();
  for (const phone of [first, other]) {
    const stops = (await runInFull(phone.store, run))?.stops ?? [];
    expect(stops.map(({ records }) => records.length)).toEqual([2, 1, 0]);
  }
});

/** An invitation for another phone of somebody. */
function inviteOf(secret: string, member: RowId) {
  const expiresAt = server.clock.now() + 1_000_000;
  return { id: inviteIdOf(sha256, secret), role: 'driver' as const, label: '', expiresAt, member };
}
