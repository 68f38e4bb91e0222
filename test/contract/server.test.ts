import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assert } from '#lib/assert.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { createVerify, nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import { createEngine, type Engine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import { silentLog } from '#server/log.ts';
import { nodeTimer } from '#server/node-timer.ts';
import { makeOperatorInvite } from '#server/operator-invite.ts';
import type { Storage } from '#server/storage/port.ts';
import type { Ask } from '#test/support/phone-requests.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';

const clock = { now: () => Date.UTC(2026, 0, 15, 12) };
const TEST_MS = 30_000;

type Process = { readonly engine: Engine; readonly ask: Ask };

async function startProcess(storage: Storage): Promise<Process> {
  const engine = await createEngine(storage, { random: nodeRandom, clock, verify: createVerify() });
  const ports = { engine, clock, timer: nodeTimer, random: nodeRandom, verify: createVerify(), log: silentLog };
  const app = createApp({ ...ports, scheme: 'https', staticFolder: 'public' });
  return { engine, ask: async (path, init) => app.request(path, init) };
}

describe.each(BACKENDS)('a server of two processes over %s', (_, start) => {
  let backend: Backend;
  let processes: readonly Process[];
  /** Each request goes to the next process, as behind a balancer that knows nothing. */
  let turn = 0;
  const next = (): Process => {
    turn += 1;
    const process = processes[turn % processes.length];
    assert(process !== undefined, 'a process runs');
    return process;
  };
  const enrolled = async (role: EnrolledRole): Promise<TestPhone> => {
    const phone = testPhone((path, init) => next().ask(path, init), clock);
    const entered = await phone.enrol(await makeOperatorInvite(next().engine, { clock, random: nodeRandom }, role));
    assert(entered.ok, 'an invited phone enrols');
    await phone.settle();
    return phone;
  };
  beforeAll(async () => {
    backend = await start();
    processes = await Promise.all([await backend.open(), await backend.open()].map(startProcess));
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  test(
    'what drivers push at once reaches every organiser once, in whatever order they pull',
    { timeout: TEST_MS },
    async () => {
      const [organiser, other] = [await enrolled('organiser'), await enrolled('organiser')];
      const place = writeCheckpoint(organiser, '1', 'Clinic');
      const soup = writeItem(organiser, 'Soup');
      await organiser.settle();
      const drivers = [await enrolled('driver'), await enrolled('driver'), await enrolled('driver')];
      const drive = async (driver: TestPhone, then: () => Promise<unknown>) => {
        for (let round = 0; round < 5; round += 1) {
          for (let count = 0; count < 2; count += 1) driver.write(delivery(place, soup));
          await driver.settle();
          await then();
        }
      };
      // One organiser pulls while the drivers push, one at the end.
      await Promise.all(drivers.map((driver, index) => drive(driver, async () => index === 0 && other.sync())));
      await Promise.all([organiser.settle(), other.settle()]);
      const expected = drivers.flatMap((driver) => driver.log.slice(1).map((__, index) => driver.rowId(index + 2)));
      expect(expected).toHaveLength(30);
      for (const phone of [organiser, other]) {
        expect(idsOf(phone, 'delivery').toSorted()).toEqual(expected.toSorted());
        expect(phone.position.epoch).toBe(organiser.position.epoch);
      }
    },
  );

  test('8.8 the audit chain, the logs and the feeds agree with each other', { timeout: TEST_MS }, async () => {
    const organiser = await enrolled('organiser');
    const item = writeItem(organiser, 'Rice');
    organiser.write({ name: 'itemClose', args: { id: item } });
    organiser.write({ name: 'itemClose', args: { id: 'nothing' as RowId } });
    await organiser.settle();
    const surveys = await backend.surveys?.();
    if (surveys === undefined) return;
    const verified = await verifyDatabase(surveys, { sha256, verify: createVerify() });
    await surveys.close();
    expect(verified.findings).toEqual([]);
    expect(verified.entries).toBeGreaterThan(3);
    expect(verified.signatures).toBeGreaterThan(1);
  });

  test('a run opens its places to its driver and closes them again', { timeout: TEST_MS }, async () => {
    const [organiser, driver] = [await enrolled('organiser'), await enrolled('driver')];
    const { member } = driver.me();
    const place = writeCheckpoint(organiser, '21', 'School', { landmark: 'behind the mill' });
    const run = writeRun(organiser, { driver: member, places: [place], item: writeItem(organiser, 'Tea') });
    await organiser.settle();
    await driver.settle();
    expect(bodyOf<{ landmark: string }>(driver, 'checkpoint', place)?.landmark).toBe('behind the mill');
    organiser.write({ name: 'runAssign', args: { run, driver: null } });
    await organiser.settle();
    await driver.settle();
    expect(idsOf(driver, 'checkpoint')).toEqual([]);
    expect(idsOf(driver, 'run')).toEqual([]);
  });

  test('a plan waits for another phone’s entry, and is applied when that comes', { timeout: TEST_MS }, async () => {
    const [organiser, other] = [await enrolled('organiser'), await enrolled('organiser')];
    const item = writeItem(other, 'Rice');
    organiser.write({ name: 'itemClose', args: { id: item } });
    expect((await organiser.settle()).map((outcome) => outcome.code)).toContain('waitsForEntry');
    await other.settle();
    await organiser.settle();
    expect(bodyOf<{ status: string }>(organiser, 'item', item)?.status).toBe('closed');
  });

  test(
    '10.8 a person is erased; what they brought stays, and chain, logs and feeds agree',
    { timeout: TEST_MS },
    async () => {
      const [organiser, driver] = [await enrolled('organiser'), await enrolled('driver')];
      const place = writeCheckpoint(organiser, '31', 'Kindergarten');
      const tea = writeItem(organiser, 'Tea');
      await organiser.settle();
      const own = [driver.rowId(driver.write(delivery(place, tea))), driver.rowId(driver.write(delivery(place, tea)))];
      await driver.settle();
      const { branch } = await next().engine.founding();
      const erase = () => next().engine.erase(branch, driver.me().member, clock.now());
      expect([await erase(), await erase()]).toEqual([true, false]);
      await organiser.settle();
      expect(bodyOf(organiser, 'member', driver.me().member)).toBeUndefined();
      expect(own.map((id) => bodyOf<{ member: unknown }>(organiser, 'delivery', id)?.member)).toEqual([null, null]);
      const again = await driver.sync({ request: { segment: await driver.segment(1) } });
      expect(again).toMatchObject({
        ok: true,
        body: { isRevoked: true, outcomes: [{ from: 1, to: 3, status: 'erased' }] },
      });
      const surveys = await backend.surveys?.();
      if (surveys === undefined) return;
      const { findings, erased } = await verifyDatabase(surveys, { sha256, verify: createVerify() });
      await surveys.close();
      expect([findings, erased]).toEqual([[], [`${driver.device} 1 to 3`]]);
    },
  );

  test('9.2 a challenge of one process is taken by the other', async () => {
    const driver = await enrolled('driver');
    const createdAtSeconds = clock.now() / 1000 - 3_600;
    const refused = await driver.sync({ createdAtSeconds });
    if (refused.ok || refused.challenge === null) throw new Error('a challenge was expected');
    expect((await driver.sync({ createdAtSeconds, challenge: refused.challenge })).ok).toBe(true);
    expect((await driver.sync({ createdAtSeconds, challenge: refused.challenge })).ok).toBe(true);
  });

  test('operators of both processes number their commands one after another', async () => {
    const orders = Array.from({ length: 6 }, () =>
      makeOperatorInvite(next().engine, { clock, random: nodeRandom }, 'driver'),
    );
    expect(new Set(await Promise.all(orders)).size).toBe(6);
  });
});
