import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { concatBytes } from '#lib/bytes.ts';
import type { DeliveryBody } from '#domain/delivery.ts';
import type { RowId } from '#domain/scalars.ts';
import { MAX_PAGE_BYTES, MAX_PAGE_ROWS } from '#protocol/bounds.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { rowJson } from '#protocol/row-json.ts';
import { rowText } from '#protocol/sync-answer.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import type { Round, TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, TODAY, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { toldRows } from '#test/support/told-rows.ts';

let server: TestServer;
let organiser: TestPhone;
let tea: RowId;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
});
afterEach(() => server.stop());

const heardBy = (phone: TestPhone): string => Buffer.concat(phone.received).toString('latin1');

const roundOf = async (phone: TestPhone, request = {}): Promise<Round> => {
  const round = await phone.sync({ request });
  if (!round.ok) throw new Error(`refused: ${round.code}`);
  return round;
};

describe('what a driver sees', () => {
  test('8.8 a driver gets exactly their own runs and those places, and loses them when the run goes to another', async () => {
    const [dauren, saule] = [await server.enrolled('driver', 'Dauren'), await server.enrolled('driver', 'Saule')];
    const [mine, both, hers] = ['1', '2', '3'].map((code) => writeCheckpoint(organiser, code, `Place ${code}`));
    if (mine === undefined || both === undefined || hers === undefined) throw new Error('three places');
    const first = writeRun(organiser, { driver: dauren.me().member, places: [mine, both], item: tea });
    const second = writeRun(organiser, { driver: dauren.me().member, places: [both], item: tea });
    const third = writeRun(organiser, { driver: saule.me().member, places: [both, hers], item: tea });
    await organiser.settle();
    await Promise.all([dauren.settle(), saule.settle()]);
    expect(idsOf(dauren, 'run')).toEqual([first, second]);
    expect(idsOf(dauren, 'checkpoint').toSorted()).toEqual([mine, both].toSorted());
    expect(idsOf(dauren, 'placeName')).toHaveLength(3);
    expect(idsOf(saule, 'run')).toEqual([third]);

    organiser.write({ name: 'runAssign', args: { run: first, driver: saule.me().member } });
    await organiser.settle();
    await Promise.all([dauren.settle(), saule.settle()]);
    expect(idsOf(dauren, 'run')).toEqual([second]);
    expect(idsOf(dauren, 'checkpoint')).toEqual([both]);
    expect(idsOf(saule, 'run').toSorted()).toEqual([first, third].toSorted());
    expect(idsOf(saule, 'checkpoint').toSorted()).toEqual([mine, both, hers].toSorted());
  });

  test('8.8 a place that changes while it is open to a driver changes there, and no other', async () => {
    const dauren = await server.enrolled('driver', 'Dauren');
    const [open, other] = [writeCheckpoint(organiser, '1', 'Open'), writeCheckpoint(organiser, '2', 'Other')];
    writeRun(organiser, { driver: dauren.me().member, places: [open], item: tea });
    await organiser.settle();
    await dauren.settle();
    const fields = { code: '1', otherNames: null, district: '', phone: null, position: null };
    organiser.write({
      name: 'checkpointAmend',
      args: { id: open, fields: { ...fields, name: 'Open', landmark: 'Blue gate' } },
    });
    organiser.write({
      name: 'checkpointAmend',
      args: { id: other, fields: { ...fields, code: '2', name: 'Other', landmark: 'Red gate' } },
    });
    await organiser.settle();
    await dauren.settle();
    expect(bodyOf<{ landmark: string }>(dauren, 'checkpoint', open)?.landmark).toBe('Blue gate');
    expect(idsOf(dauren, 'checkpoint')).toEqual([open]);
  });

  test('8.8 what went to another driver again before anybody was told of it is never mentioned, and neither is what is not there', async () => {
    const [dauren, saule] = [await server.enrolled('driver', 'Dauren'), await server.enrolled('driver', 'Saule')];
    const fields = { name: 'Tea', startMinute: 960, endMinute: 1020 };
    const window = organiser.rowId(organiser.write({ name: 'mealWindowCreate', args: { fields } }));
    const place = writeCheckpoint(organiser, '1', 'Place');
    await organiser.settle();
    await dauren.settle();
    dauren.received.length = 0;
    const stops = [{ checkpoint: place, lines: [] }];
    const plan = { label: '', on: TODAY, window, kitchen: null, driver: dauren.me().member, stops };
    const run = organiser.rowId(organiser.write({ name: 'runPlan', args: plan }));
    organiser.write({ name: 'runAssign', args: { run, driver: saule.me().member } });
    await organiser.settle();
    await dauren.settle();
    expect(heardBy(dauren)).not.toContain(run);
    expect(heardBy(dauren)).not.toContain(place);

    organiser.write({ name: 'runAssign', args: { run, driver: dauren.me().member } });
    await organiser.settle();
    await dauren.settle();
    organiser.write({ name: 'runAssign', args: { run, driver: null } });
    await organiser.settle();
    await dauren.settle();
    expect(heardBy(dauren)).toContain(run);
    expect(heardBy(dauren)).not.toContain('cancellation');
  });

  test('8.8 no driver ever receives a byte of what others’ private fields hold', async () => {
    const MARK = 'zzmarker';
    const dauren = await server.enrolled('driver', 'Dauren');
    const args = {
      id: inviteIdOf(sha256, 'abcdefgh2345'),
      role: 'driver',
      label: `${MARK} label`,
      member: null,
    } as const;
    organiser.write({ name: 'inviteCreate', args: { ...args, expiresAt: server.clock.now() + 1000 } });
    await organiser.settle();
    const saule = server.phone();
    await saule.enrol('abcdefgh2345', `${MARK} Saule`, '+7 701 555 66 77');
    await saule.settle();
    const secret = { landmark: `${MARK} landmark`, phone: '+7 701 555 66 88', district: `${MARK} district` };
    const place = writeCheckpoint(organiser, '5', 'Clinic', secret);
    const run = writeRun(organiser, { driver: saule.me().member, places: [place], item: tea, label: `${MARK} run` });
    const fields = {
      name: `${MARK} kitchen`,
      otherNames: null,
      landmark: `${MARK} gate`,
      phone: '+7 701 555 66 99',
      position: null,
    };
    organiser.write({ name: 'kitchenCreate', args: { fields } });
    await organiser.settle();
    await saule.settle();
    saule.write(delivery(place, tea, { run, stop: 0, note: `${MARK} note` }));
    saule.write({ name: 'deliveryWithdraw', args: { delivery: saule.rowId(2), note: `${MARK} mistake` } });
    await saule.settle();
    organiser.write({ name: 'runCancel', args: { run, reason: `${MARK} reason` } });
    await organiser.settle();
    await dauren.settle();
    dauren.position.epoch = null;
    await dauren.settle();
    organiser.write({ name: 'runAssign', args: { run, driver: null } });
    await organiser.settle();
    await dauren.settle();

    for (const trace of [MARK, '555 66 77', '555 66 88', '555 66 99', saule.device, saule.me().member, run]) {
      expect(heardBy(dauren)).not.toContain(trace);
    }
    expect(heardBy(dauren)).toContain('Clinic');
    for (const trace of [MARK, '555 66 77', '555 66 88', '555 66 99']) expect(heardBy(organiser)).toContain(trace);
  });
});

describe('own rows', () => {
  test('8.11 own rows come as one hash for each uninterrupted stretch, which the phone can check', async () => {
    const place = writeCheckpoint(organiser, '1', 'Clinic');
    await organiser.settle();
    const dauren = await server.enrolled('driver', 'Dauren');
    dauren.write(delivery(place, tea));
    dauren.write(delivery(place, tea));
    const round = await roundOf(dauren, { wantsOwnRows: false, segment: await dauren.segment(2) });
    expect(dauren.own).toEqual([expect.objectContaining({ from: 2, to: 3, count: 2 })]);
    expect(idsOf(dauren, 'delivery')).toEqual([]);
    expect(round.body.startCursor).not.toBe(null);

    await organiser.settle();
    const texts = idsOf(organiser, 'delivery').map((id) => {
      const body = bodyOf(organiser, 'delivery', id);
      return new TextEncoder().encode(rowText('delivery', id, rowJson('delivery', body as DeliveryBody)));
    });
    expect(dauren.own[0]?.hash).toEqual(sha256(concatBytes(...texts)));
  });

  test('8.11 another phone’s row between two own ones makes two stretches', async () => {
    const place = writeCheckpoint(organiser, '1', 'Clinic');
    await organiser.settle();
    const dauren = await server.enrolled('driver', 'Dauren');
    await organiser.settle();
    const { cursor } = organiser.position;
    for (const phone of [organiser, dauren, organiser]) {
      phone.write(delivery(place, tea));
      await phone.settle();
    }
    await roundOf(organiser, { wantsOwnRows: false, cursor });
    expect(organiser.own.map(({ from, to, count }) => [from, to, count])).toEqual([
      [4, 4, 1],
      [5, 5, 1],
    ]);
  });

  test('8.11 who asks for own rows, or begins anew, gets them whole', async () => {
    const place = writeCheckpoint(organiser, '1', 'Clinic');
    await organiser.settle();
    const dauren = await server.enrolled('driver', 'Dauren');
    dauren.write(delivery(place, tea));
    await roundOf(dauren, { segment: await dauren.segment(2) });
    expect(idsOf(dauren, 'delivery')).toEqual([dauren.rowId(2)]);
    dauren.rows.clear();
    await roundOf(dauren, { wantsOwnRows: false, cursor: null });
    expect(idsOf(dauren, 'delivery')).toEqual([dauren.rowId(2)]);
  });
});

describe('pages', () => {
  test('8.9 a page has a bounded number of rows, and the pages together have each row once', async () => {
    const total = MAX_PAGE_ROWS + 500;
    const place = writeCheckpoint(organiser, '1', 'Clinic');
    await organiser.settle();
    const dauren = await server.enrolled('driver', 'Dauren');
    for (let index = 0; index < total; index += 1) dauren.write(delivery(place, tea));
    await dauren.settle();
    const sizes: number[] = [];
    for (let hasMore = true; hasMore;) {
      const round = await roundOf(organiser);
      sizes.push(round.body.page.reduce((sum, step) => sum + toldRows(step).length, 0));
      expect(round.body.page.reduce((sum, step) => sum + step.rows.length, 0)).toBeLessThan(1.2 * MAX_PAGE_BYTES);
      hasMore = round.body.hasMore;
    }
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_PAGE_ROWS);
    expect(idsOf(organiser, 'delivery')).toHaveLength(total);
  });

  test('8.10 from the beginning, what is gone is not mentioned', async () => {
    const dauren = await server.enrolled('driver', 'Dauren');
    const place = writeCheckpoint(organiser, '1', 'Clinic');
    const run = writeRun(organiser, { driver: dauren.me().member, places: [place], item: tea });
    await organiser.settle();
    organiser.write({ name: 'runAssign', args: { run, driver: null } });
    await organiser.settle();
    const round = await roundOf(dauren, { cursor: null });
    const told = round.body.page.flatMap((step) => toldRows(step).map(([, id]) => id));
    expect(told).toContain(tea);
    expect(told).not.toContain(run);
    expect(round.body.startCursor).toBe(null);
  });
});

describe('contacts', () => {
  test('organisers see when each device was last heard, and it moves on while the device only asks', async () => {
    const dauren = await server.enrolled('driver', 'Dauren');
    for (let minute = 0; minute < 20; minute += 2) {
      server.clock.move(120_000);
      await dauren.settle();
    }
    await organiser.settle();
    const heard = bodyOf<{ heardAt: number }>(organiser, 'contact', dauren.device as string as RowId);
    expect(server.clock.now() - (heard?.heardAt ?? 0)).toBeLessThanOrEqual(5 * 60_000);
  });
});
