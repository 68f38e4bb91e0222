import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Day, RowId } from '#domain/scalars.ts';
import { readPosition } from '#store/meta.ts';
import { freshness } from '#store/queries/freshness.ts';
import { unsent } from '#store/queries/unsent.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { performRound } from '#sync/round.ts';
import { allRows } from '#test/store/support/test-store.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, realPhone } from './support/real-phone.ts';
import { deliveriesOf, delivery, plan, rowIdOf } from './support/real-plan.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

describe('a driver without a network', () => {
  test('2.1 6.1 8.11 what was recorded offline, through closing the app, is on the server once, and costs few bytes', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    let driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place, run } = await plan(organiser, driver);
    for (let count = 0; count < 30; count += 1) {
      await driver.write(delivery(place, item, { run, stop: 0 }));
      if (count % 10 === 9) driver = await driver.reopen();
    }
    expect(await unsentCount(driver.store)).toEqual({ unsent: 30, needsYou: 0 });
    expect(await driver.settle()).toBe(1);
    expect((await readPosition(driver.store.database)).wantsOwnRows).toBe(false);
    expect(driver.wire.sentBytes[0]).toBeLessThan(60 * 30 + 1_500);
    expect(driver.wire.receivedBytes[0]).toBeLessThan(10 * 30 + 700);
    await organiser.settle();
    expect(await deliveriesOf(organiser)).toEqual(await deliveriesOf(driver));
    expect(await deliveriesOf(organiser)).toHaveLength(30);
    expect(await unsent(driver.store)).toEqual([]);
    expect(await driver.store.database.shadow.count()).toBe(0);
  });

  test('8.2 a lost answer is heard with the duplicates, and nothing is there twice', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place } = await plan(organiser, driver);
    await driver.write(delivery(place, item));
    driver.fates.push('lostComing', 'lostGoing');
    expect(await driver.round()).toEqual({ type: 'failed', trouble: 'unreachable', retryAfterMs: null });
    await driver.write(delivery(place, item));
    expect((await unsent(driver.store)).map(({ state }) => state)).toEqual(['onPhone', 'onPhone']);
    await driver.round();
    await driver.settle();
    await organiser.settle();
    expect(await deliveriesOf(organiser)).toHaveLength(2);
    expect(await deliveriesOf(driver)).toEqual(await deliveriesOf(organiser));
  });

  test('8.3 a fact is flagged and never refused; the phone learns the flag', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place, run } = await plan(organiser, driver);
    const number = await driver.write(delivery(place, item, { run, stop: 0 }));
    await organiser.write({ name: 'runCancel', args: { run, reason: 'storm' } });
    await organiser.settle();
    await driver.settle();
    const row = (await allRows(driver.store)).get(`delivery/${await rowIdOf(driver, number)}`);
    expect(row).toMatchObject({ flags: ['runCancelled'] });
  });

  test('8.13 a refused plan is taken back, told, and shown until somebody has seen it', async () => {
    const one = await enrolledPhone(server, 'organiser', 'Olga');
    const two = await enrolledPhone(server, 'organiser', 'Bota');
    const fields = {
      name: 'Clinic',
      code: '7',
      otherNames: null,
      landmark: '',
      district: '',
      phone: null,
      position: null,
    };
    await one.write({ name: 'checkpointCreate', args: { fields } });
    const number = await two.write({ name: 'checkpointCreate', args: { fields: { ...fields, name: 'School' } } });
    await one.settle();
    await two.settle();
    expect((await unsent(two.store)).map(({ state, code }) => [state, code])).toEqual([['rejected', 'codeTaken']]);
    expect(await unsentCount(two.store)).toEqual({ unsent: 0, needsYou: 1 });
    const names = [...(await allRows(two.store))]
      .filter(([key]) => key.startsWith('checkpoint/'))
      .map(([, row]) => row);
    expect(names).toMatchObject([{ name: 'Clinic' }]);
    await two.store.dismiss(number);
    expect(await unsentCount(two.store)).toEqual({ unsent: 0, needsYou: 0 });
  });

  test('8.11 what this phone took away is known here: it comes in the same round as the rest', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const fields = {
      name: 'Clinic',
      code: '7',
      otherNames: null,
      landmark: '',
      district: '',
      phone: null,
      position: null,
    };
    const id = await rowIdOf(organiser, await organiser.write({ name: 'checkpointCreate', args: { fields } }));
    await organiser.settle();
    await organiser.write({ name: 'checkpointClose', args: { id } });
    expect(await organiser.settle()).toBe(1);
    expect((await readPosition(organiser.store.database)).wantsOwnRows).toBe(false);
  });

  test('8.11 what was set and taken back before the server heard of it stays away, though no feed tells of it', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const fields = {
      name: 'Clinic',
      otherNames: null,
      code: '7',
      landmark: '',
      district: '',
      phone: null,
      position: null,
    };
    const checkpoint = await rowIdOf(organiser, await organiser.write({ name: 'checkpointCreate', args: { fields } }));
    const hours = { name: 'Lunch', startMinute: 720, endMinute: 840 };
    const window = await rowIdOf(
      organiser,
      await organiser.write({ name: 'mealWindowCreate', args: { fields: hours } }),
    );
    await organiser.settle();
    const cell = { checkpoint, window, on: '2026-01-15' as Day };
    const [snow, item] = [{ reason: 'snow' }, { name: 'Tea', unit: 'l' }];
    // The feeds tell of both items: what lies between them by number is made again here.
    await organiser.write({ name: 'itemCreate', args: { fields: item } });
    await organiser.write({ name: 'cancellationSet', args: { ...cell, was: null, now: snow } });
    await organiser.write({ name: 'itemCreate', args: { fields: item } });
    await organiser.write({ name: 'cancellationSet', args: { ...cell, was: snow, now: null } });
    await organiser.settle();
    expect(await organiser.store.database.cancellation.count()).toBe(0);
    expect(await organiser.store.database.item.count()).toBe(2);
    expect((await readPosition(organiser.store.database)).wantsOwnRows).toBe(false);
  });

  test('9.2 a clock that is a day wrong signs the challenge instead', async () => {
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const wrong = { now: () => server.clock.now() - 24 * 60 * 60 * 1000 };
    const result = await performRound(driver.store, 16_384, { ...driver.ports, clock: wrong });
    expect(result).toEqual({ type: 'done', isMore: false });
  });
});

describe('an answer that is not the server’s', () => {
  const html = async () =>
    new Response('<html>Sign in to the network</html>', { headers: { 'content-type': 'text/html' } });

  test('7.1 a captive portal’s page, a stale answer and a forged one change nothing', async () => {
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const recorded: Uint8Array[] = [];
    const record = async (path: string, init: RequestInit) => {
      const response = await server.app().request(path, init);
      recorded.push(new Uint8Array(await response.clone().arrayBuffer()));
      return response;
    };
    driver.wire.stranger = record;
    await driver.round();
    await driver.write(delivery('aaaabbbbccccdddd.2' as RowId, 'aaaabbbbccccdddd.3' as RowId));
    const before = await readPosition(driver.store.database);
    const [stale = new Uint8Array()] = recorded;
    const cbor = { 'content-type': 'application/cbor' };
    const strangers = [
      html,
      async () => new Response(Uint8Array.from(stale), { headers: cbor }),
      async () => new Response(Uint8Array.from(stale.subarray(0, stale.length - 9)), { headers: cbor }),
      async () => new Response(new Uint8Array(5_000_000), { headers: cbor }),
    ];
    for (const stranger of strangers) {
      driver.wire.stranger = stranger;
      expect(await driver.round()).toEqual({ type: 'failed', trouble: 'notOurServer', retryAfterMs: null });
      expect(await readPosition(driver.store.database)).toEqual(before);
    }
    driver.wire.stranger = null;
    await driver.settle();
    expect(await unsentCount(driver.store)).toEqual({ unsent: 0, needsYou: 0 });
  });
});

describe('a restored backup', () => {
  test('10.3 the phones heal the server; what was acknowledged reads "checking" until it is again', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place, run } = await plan(organiser, driver);
    await driver.write(delivery(place, item, { run, stop: 0 }));
    await driver.settle();
    const copy = await server.keepCopy();
    for (let count = 0; count < 3; count += 1) await driver.write(delivery(place, item, { run, stop: 0 }));
    await organiser.write({ name: 'runAssign', args: { run, driver: null } });
    await driver.settle();
    await organiser.settle();
    await driver.settle();
    await server.goBackTo(copy);
    await driver.round();
    expect((await unsent(driver.store)).map(({ state }) => state)).toContain('checking');
    expect(await deliveriesOf(driver)).toHaveLength(4);
    await driver.settle();
    await organiser.settle();
    await driver.settle();
    expect(await deliveriesOf(organiser)).toEqual(await deliveriesOf(driver));
    expect(await deliveriesOf(organiser)).toHaveLength(4);
    expect((await allRows(organiser.store)).get(`run/${run}`)).toMatchObject({ driver: null });
    expect(await driver.store.database.mentioned.count()).toBe(0);
    expect((await freshness(driver.store)).rows).toBe('whole');
  });

  test('10.3 what had left this phone by its age is here again with the server that has it again', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place } = await plan(organiser, driver);
    const copy = await server.keepCopy();
    server.clock.move(40 * 24 * 60 * 60 * 1000);
    await driver.write(delivery(place, item));
    await driver.settle();
    await server.engine().tidy(server.clock.now());
    await driver.settle();
    expect(await deliveriesOf(driver)).toEqual([]);
    await server.goBackTo(copy);
    await driver.settle();
    await organiser.settle();
    expect(await deliveriesOf(organiser)).toHaveLength(1);
    expect(await deliveriesOf(driver)).toEqual(await deliveriesOf(organiser));
  });

  test('9.3 a server that has forgotten the device takes it back by its credential', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const copy = await server.keepCopy();
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    await server.goBackTo(copy);
    await driver.settle();
    await organiser.settle();
    const identity = await driver.store.identity();
    expect((await allRows(organiser.store)).get(`member/${identity?.member}`)).toMatchObject({ name: 'Dauren' });
  });
});

describe('a phone that is no longer trusted', () => {
  test('a revoked phone forgets what it was shown and keeps what is unsent', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place } = await plan(organiser, driver);
    await driver.write(delivery(place, item));
    await driver.settle();
    await organiser.write({
      name: 'deviceRevoke',
      args: { device: (await driver.store.identity())?.device as unknown as RowId },
    });
    await organiser.settle();
    driver.fates.push('lostGoing');
    await driver.write(delivery(place, item));
    await driver.round();
    expect(await driver.round()).toMatchObject({ type: 'failed', trouble: 'revoked' });
    expect((await allRows(driver.store)).size).toBe(0);
    expect((await driver.store.identity())?.isRevoked).toBe(true);
    // The next number still follows: nothing is numbered twice after the log was emptied.
    expect(await driver.write(delivery(place, item))).toBe(4);
  });

  test('7.2 a second copy of a phone that wrote under the same numbers is told apart', async () => {
    const organiser = await enrolledPhone(server, 'organiser', 'Olga');
    const driver = await enrolledPhone(server, 'driver', 'Dauren');
    const { item, place } = await plan(organiser, driver);
    const copy = await realPhone(server);
    for (const table of driver.store.database.tables) {
      const rows = await table.toArray();
      const keys = ['meta', 'keys'].includes(table.name) ? await table.toCollection().primaryKeys() : undefined;
      await copy.store.database.table(table.name).bulkPut(rows, keys as string[]);
    }
    await driver.write(delivery(place, item, { note: 'one' }));
    await driver.settle();
    await copy.write(delivery(place, item, { note: 'two' }));
    expect(await copy.round()).toMatchObject({ type: 'failed', trouble: 'forked' });
    expect((await unsent(copy.store)).map(({ state }) => state)).toEqual(['onPhone']);
    const first = (await deliveriesOf(driver)).length;
    await organiser.settle();
    expect(await deliveriesOf(organiser)).toHaveLength(first);
  });
});
