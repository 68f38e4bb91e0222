import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeliveryBody } from '#domain/delivery.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import type { Segment } from '#protocol/segment.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let place: RowId;
let tea: RowId;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser');
  driver = await server.enrolled('driver');
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
});
afterEach(() => server.stop());

const push = async (phone: TestPhone, segment: Segment) => {
  const round = await phone.sync({ request: { segment } });
  if (!round.ok) throw new Error(`refused: ${round.code}`);
  return round;
};

describe('segments', () => {
  test('4.1 a genuine segment is stored and shows in the organisers’ feed', async () => {
    driver.write(delivery(place, tea));
    const round = await push(driver, await driver.segment(2));
    expect(round.acknowledgement.storedThrough).toBe(2);
    expect(round.body.outcomes).toEqual([expect.objectContaining({ from: 2, to: 2, status: 'applied' })]);
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toEqual([driver.rowId(2)]);
  });

  test.each([
    ['a forged signature', (segment: Segment) => ({ ...segment, signature: new Uint8Array(64).fill(1) })],
    ['a truncated list of entries', (segment: Segment) => ({ ...segment, entries: segment.entries.slice(0, 1) })],
    ['another first number', (segment: Segment) => ({ ...segment, firstNumber: segment.firstNumber + 1 })],
    ['another previous hash', (segment: Segment) => ({ ...segment, previousHash: new Uint8Array(32).fill(9) })],
  ])('4.3 %s changes nothing', async (_what, spoil) => {
    driver.write(delivery(place, tea));
    driver.write(delivery(place, tea));
    const refused = await driver.sync({ request: { segment: spoil(await driver.segment(2)) } });
    expect(refused).toMatchObject({ ok: false, status: 401, code: 'badSignature' });
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toEqual([]);
    expect((await driver.settle()).map((outcome) => outcome.status)).toEqual(['applied']);
  });

  test('4.3 a segment signed for another organisation changes nothing', async () => {
    const elsewhere = await startTestServer();
    const stranger = await elsewhere.enrolled('driver');
    stranger.write(delivery(place, tea));
    const refused = await driver.sync({ request: { segment: await stranger.segment(1) } });
    expect(refused).toMatchObject({ code: 'badSignature' });
    await elsewhere.stop();
  });
});

describe('duplicates and forks', () => {
  test('8.2 a duplicate answers what the first one answered, and takes effect once', async () => {
    driver.write(delivery(place, tea));
    driver.write({ name: 'runAccept', args: { run: 'nosuchrun' as RowId } });
    const first = await push(driver, await driver.segment(2));
    const again = await push(driver, await driver.segment(2));
    expect(again.body.outcomes).toEqual(first.body.outcomes);
    expect(first.body.outcomes.map((outcome) => outcome.code)).toEqual([null, 'notFound']);
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toHaveLength(1);
  });

  test('8.2 a fork: the first keeps its effect, the second is kept aside, and the head hash tells the phone', async () => {
    const copy = driver.log.length;
    driver.write(delivery(place, tea, { note: 'first' }));
    await driver.settle();
    driver.log.length = copy;
    driver.write(delivery(place, tea, { note: 'second' }));
    driver.position.acknowledgedThrough = 1;
    const round = await push(driver, await driver.segment(2));
    expect(round.body.outcomes).toEqual([{ from: 2, to: 2, status: 'quarantined', version: null, code: 'fork' }]);
    expect(driver.position.isForked).toBe(true);
    await organiser.settle();
    expect(bodyOf<DeliveryBody>(organiser, 'delivery', driver.rowId(2))?.note).toBe('first');
  });

  test('8.2 what follows a fork is kept aside too, although its numbers are new', async () => {
    driver.write(delivery(place, tea, { note: 'first' }));
    await driver.settle();
    driver.log.length = 1;
    driver.write(delivery(place, tea, { note: 'second' }));
    driver.write(delivery(place, tea, { note: 'third' }));
    const round = await push(driver, await driver.segment(3));
    expect(round.body.outcomes).toEqual([expect.objectContaining({ from: 3, status: 'quarantined', code: 'fork' })]);
    expect(round.acknowledgement.storedThrough).toBe(2);
  });
});

describe('what one entry does to others', () => {
  test('8.3 one bad mutation of 200 never blocks 199', async () => {
    for (let index = 0; index < 200; index += 1) {
      driver.write(delivery(place, tea), index === 100 ? { args: Uint8Array.of(0xff, 0, 1) } : {});
    }
    const outcomes = await driver.settle();
    expect(outcomes.map(({ from, to, status, code }) => [from, to, status, code])).toEqual([
      [2, 101, 'applied', null],
      [102, 102, 'rejected', 'malformed'],
      [103, 201, 'applied', null],
    ]);
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toHaveLength(199);
  });

  test('8.3 what a driver may not do is refused and changes nothing', async () => {
    driver.write({ name: 'itemClose', args: { id: tea } });
    const [outcome] = await driver.settle();
    expect(outcome).toMatchObject({ status: 'rejected', code: 'notAllowed' });
    await organiser.settle();
    expect(bodyOf<{ status: string }>(organiser, 'item', tea)?.status).toBe('open');
  });

  test('8.4 what an older program put off is tried again when a newer one starts', async () => {
    const other = await server.enrolled('organiser');
    const later = writeCheckpoint(other, '9', 'Clinic');
    organiser.write({ name: 'checkpointClose', args: { id: later } });
    await organiser.settle();
    const database = new DatabaseSync(server.file);
    database.exec("UPDATE log SET code = 'unknownMutation', waits_for = NULL WHERE status = 'deferred'");
    database.close();
    await other.settle();
    expect(bodyOf<{ status: string }>(other, 'checkpoint', later)?.status).toBe('open');
    await server.restart();
    await other.settle();
    expect(bodyOf<{ status: string }>(other, 'checkpoint', later)?.status).toBe('closed');
  });

  test.each([
    ['an unknown name', { name: 'sledRecord' }],
    ['a higher version', { version: 9 }],
  ])('8.4 %s is deferred and answers so again', async (_what, envelope) => {
    driver.write(delivery(place, tea), envelope);
    driver.write(delivery(place, tea));
    const outcomes = await driver.settle();
    expect(outcomes.map(({ status, code }) => [status, code])).toEqual([
      ['deferred', 'unknownMutation'],
      ['applied', null],
    ]);
    const asked = await driver.sync({ request: { asked: [2] } });
    expect(asked).toMatchObject({ body: { outcomes: [{ from: 2, status: 'deferred', code: 'unknownMutation' }] } });
  });

  test('8.6 an entry of another branch is rejected', async () => {
    driver.write(delivery(place, tea), { branch: 'elsewhere' as BranchId });
    expect(await driver.settle()).toMatchObject([{ status: 'rejected', code: 'wrongBranch' }]);
  });

  test('2.1 an entry that numbers itself otherwise is refused', async () => {
    driver.write(delivery(place, tea), { number: 77 });
    expect(await driver.settle()).toMatchObject([{ from: 2, status: 'rejected', code: 'malformed' }]);
  });
});

describe('gaps', () => {
  test('10.4 facts apply ahead of a gap, plans that read across it wait until it fills', async () => {
    const run = writeRun(organiser, { driver: driver.me().member, places: [place], item: tea });
    organiser.write({ name: 'runAssign', args: { run, driver: null } });
    organiser.write(delivery(place, tea));
    const ahead = await push(organiser, await organiser.segment(5));
    expect(ahead.body.outcomes.map(({ from, status, code }) => [from, status, code])).toEqual([
      [5, 'deferred', 'waitsForEntry'],
      [6, 'applied', null],
    ]);
    expect(ahead.acknowledgement.storedThrough).toBe(6);
    const filled = await push(organiser, await organiser.segment(4, 4));
    expect(filled.acknowledgement.storedThrough).toBe(6);
    const asked = await organiser.sync({ request: { asked: [5] } });
    expect(asked).toMatchObject({ body: { outcomes: [{ from: 5, status: 'applied' }] } });
    expect(bodyOf<{ driver: RowId | null }>(organiser, 'run', run)?.driver).toBe(null);
  });

  test('8.5 a correction waits for its delivery', async () => {
    driver.write(delivery(place, tea));
    driver.write({ name: 'deliveryWithdraw', args: { delivery: driver.rowId(2), note: '' } });
    const ahead = await push(driver, await driver.segment(3));
    expect(ahead.body.outcomes).toMatchObject([{ status: 'deferred', code: 'waitsForEntry' }]);
    await push(driver, await driver.segment(2, 2));
    await organiser.settle();
    expect(bodyOf<DeliveryBody>(organiser, 'delivery', driver.rowId(2))?.corrections).toEqual([driver.rowId(3)]);
  });

  test('8.5 a plan that waits for another phone’s entry is tried again when that phone pushes', async () => {
    const other = await server.enrolled('organiser');
    const later = writeCheckpoint(other, '9', 'Clinic');
    organiser.write({ name: 'checkpointClose', args: { id: later } });
    const before = await organiser.settle();
    expect(before).toMatchObject([{ status: 'deferred', code: 'waitsForEntry' }]);
    await other.settle();
    await organiser.settle();
    expect(bodyOf<{ status: string }>(organiser, 'checkpoint', later)?.status).toBe('closed');
  });

  test('10.4 what fills a gap with another history is a fork', async () => {
    driver.write(delivery(place, tea, { note: 'filled' }));
    driver.write(delivery(place, tea, { note: 'beyond' }));
    await push(driver, await driver.segment(3));
    driver.log.length = 1;
    driver.write(delivery(place, tea, { note: 'otherwise' }));
    const round = await push(driver, await driver.segment(2, 2));
    expect(round.body.outcomes).toMatchObject([{ from: 2, status: 'quarantined', code: 'fork' }]);
  });

  test('8.2 10.4 what fills a gap and runs past another history beyond it is kept aside as a whole: no log holds two', async () => {
    driver.write(delivery(place, tea, { note: 'filled' }));
    driver.write(delivery(place, tea, { note: 'beyond' }));
    await push(driver, await driver.segment(3));
    driver.log.length = 1;
    for (const note of ['otherwise', 'and on', 'and further']) driver.write(delivery(place, tea, { note }));
    const round = await push(driver, await driver.segment(2));
    expect(round.body.outcomes).toMatchObject([{ from: 2, to: 4, status: 'quarantined', code: 'fork' }]);
    expect(round.acknowledgement.storedThrough).toBe(1);
    const surveys = sqliteSurveys(server.file);
    const { findings } = await verifyDatabase(surveys, { sha256, verify: createVerify() });
    await surveys.close();
    expect(findings).toEqual([]);
  });
});
