import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readPosition } from '#store/meta.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import type { AheadSlot } from '#sync/ask-ahead.ts';
import { performRound } from '#sync/round.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, type RealPhone } from './support/real-phone.ts';
import { deliveriesOf, delivery, plan } from './support/real-plan.ts';

/** So small that ten deliveries take several requests, which grow fourfold. */
const BATCH_BYTES = 400;
const COUNT = 30;

let server: TestServer;
let organiser: RealPhone;
let driver: RealPhone;
beforeEach(async () => {
  server = await startTestServer();
  organiser = await enrolledPhone(server, 'organiser', 'Olga');
  driver = await enrolledPhone(server, 'driver', 'Dauren');
  const { item, place, run } = await plan(organiser, driver);
  for (let count = 0; count < COUNT; count += 1) await driver.write(delivery(place, item, { run, stop: 0 }));
});
afterEach(() => server.stop());

const round = (slot: AheadSlot) => performRound(driver.store, BATCH_BYTES, driver.ports, slot);
const sentCount = () => driver.wire.sentBytes.length;

/** Rounds until nothing is left; gives how many requests they took. */
async function settleWith(slot: AheadSlot): Promise<number> {
  const before = sentCount();
  for (let isMore = true; isMore;) {
    const result = await round(slot);
    expect(result.type).toBe('done');
    isMore = result.type === 'done' && result.isMore;
  }
  return sentCount() - before;
}

async function expectAllThereOnce(): Promise<void> {
  expect(await unsentCount(driver.store)).toEqual({ unsent: 0, needsYou: 0 });
  await organiser.settle();
  expect(await deliveriesOf(organiser)).toHaveLength(COUNT);
  expect(await deliveriesOf(driver)).toEqual(await deliveriesOf(organiser));
}

describe('the next request goes out before the answer to the one before is laid', () => {
  test('6.1 it carries what comes next in the log, and no request is made twice', async () => {
    const slot: AheadSlot = { sent: null };
    const before = sentCount();
    await round(slot);
    expect(slot.sent?.asking.segment).not.toBeNull();
    await slot.sent?.answer;
    expect(sentCount() - before).toBe(2);
    expect((await readPosition(driver.store.database)).acknowledgedThrough).toBeLessThan(COUNT);
    const requests = await settleWith(slot);
    expect(requests).toBeGreaterThan(0);
    await expectAllThereOnce();
    const offered = await driver.store.database.log.count();
    expect((await readPosition(driver.store.database)).acknowledgedThrough).toBe(offered);
  });

  test('7.4 8.2 a phone that is closed before it hears of it offers it again, and it counts once', async () => {
    const slot: AheadSlot = { sent: null };
    await round(slot);
    await slot.sent?.answer;
    driver = await driver.reopen();
    await settleWith({ sent: null });
    await expectAllThereOnce();
  });

  test('8.12 where the phone has come to stand elsewhere meanwhile, its answer is not looked at', async () => {
    const slot: AheadSlot = { sent: null };
    await round(slot);
    const other: AheadSlot = { sent: null };
    await performRound(driver.store, BATCH_BYTES, driver.ports, other);
    const before = await readPosition(driver.store.database);
    await round(slot);
    const after = await readPosition(driver.store.database);
    expect(after.acknowledgedThrough).toBeGreaterThan(before.acknowledgedThrough);
    await settleWith(slot);
    await expectAllThereOnce();
  });

  test('a request that is lost is a failure of the round that waits for it', async () => {
    const slot: AheadSlot = { sent: null };
    driver.fates.push('arrives', 'lostComing');
    await round(slot);
    expect(await round(slot)).toEqual({ type: 'failed', trouble: 'unreachable', retryAfterMs: null });
    await settleWith(slot);
    await expectAllThereOnce();
  });

  test('10.3 nothing is asked ahead of a new epoch', async () => {
    const slot: AheadSlot = { sent: null };
    const copy = await server.keepCopy();
    await settleWith(slot);
    await server.goBackTo(copy);
    await round(slot);
    expect(slot.sent).toBeNull();
    await settleWith(slot);
    await expectAllThereOnce();
  });
});
