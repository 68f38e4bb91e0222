import { afterEach, beforeEach, expect, test } from 'vitest';

import { unsentCount } from '#store/queries/unsent-count.ts';
import { syncUntilQuiet } from '#sync/sync-until-quiet.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone } from './support/real-phone.ts';
import { deliveriesOf, delivery, plan } from './support/real-plan.ts';

/** More than the first batch may weigh. */
const MANY = 600;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

async function loadedPhone(count: number) {
  const organiser = await enrolledPhone(server, 'organiser', 'Olga');
  const driver = await enrolledPhone(server, 'driver', 'Dauren');
  const { item, place } = await plan(organiser, driver);
  for (let index = 0; index < count; index += 1) await driver.write(delivery(place, item));
  return { organiser, driver, ports: { ...driver.ports, timer: driver.store.ports.timer } };
}

test('a worker sends everything in as many rounds as it takes, and then rests', async () => {
  const { organiser, driver, ports } = await loadedPhone(MANY);
  expect(await syncUntilQuiet(driver.store, ports)).toMatchObject({ type: 'idle', trouble: null, nextTryAt: null });
  expect(await unsentCount(driver.store)).toEqual({ unsent: 0, needsYou: 0 });
  expect(driver.wire.sentBytes.length).toBeGreaterThan(1);
  await organiser.settle();
  expect(await deliveriesOf(organiser)).toHaveLength(MANY);
});

test('a worker that does not get through says why, and leaves it to the browser when to try again', async () => {
  const { driver, ports } = await loadedPhone(1);
  driver.fates.push('lostGoing');
  expect(await syncUntilQuiet(driver.store, ports)).toMatchObject({ type: 'waiting', trouble: 'unreachable' });
  expect(await unsentCount(driver.store)).toEqual({ unsent: 1, needsYou: 0 });
});
