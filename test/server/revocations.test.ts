import { appendFile, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let place: RowId;
let tea: RowId;
beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  driver = await server.enrolled('driver', 'Dauren');
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
  await driver.settle();
});
afterEach(() => server.stop());

const list = () => join(dirname(server.file), 'revoked.txt');
const rowOf = (phone: TestPhone) => phone.device as string as RowId;
const revoke = async (phone: TestPhone) => {
  organiser.write({ name: 'deviceRevoke', args: { device: rowOf(phone) } });
  await organiser.settle();
};
/** What the server answers to a delivery of this phone, and whether an organiser sees it. */
const deliveryOf = async (phone: TestPhone) => {
  phone.write(delivery(place, tea));
  const credential = phone.credential();
  const round = await phone.sync({ request: { segment: await phone.segment(phone.log.length), credential } });
  await organiser.settle();
  return { round, isSeen: idsOf(organiser, 'delivery').includes(phone.rowId(phone.log.length)) };
};
const REFUSED = {
  round: { ok: true, body: { isRevoked: true, page: [], outcomes: [{ status: 'quarantined', code: 'revoked' }] } },
  isSeen: false,
};

describe('10.7 a phone that was revoked after the backup was made', () => {
  test('stays so when it comes first, and the organisers see that it is', async () => {
    const copy = await server.keepCopy();
    await revoke(driver);
    await server.goBackTo(copy);
    expect(await deliveryOf(driver)).toMatchObject(REFUSED);
    expect(bodyOf<{ status: string }>(organiser, 'device', rowOf(driver))?.status).toBe('revoked');
  });

  test('stays so although the backup does not know it at all, by its credential or by a new invite', async () => {
    const copy = await server.keepCopy();
    const saule = await server.enrolled('driver', 'Saule');
    await revoke(saule);
    await server.goBackTo(copy);
    const secret = await server.invite('driver');
    expect(await saule.enrol(secret)).toMatchObject({ ok: false, code: 'inviteRevoked' });
    expect(await deliveryOf(saule)).toMatchObject(REFUSED);
    expect(await saule.sync({ request: { segment: await saule.segment() } })).toMatchObject({
      body: { isRevoked: true, outcomes: [{ from: 1, to: saule.log.length, status: 'quarantined' }] },
    });
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toEqual([]);
    expect(idsOf(organiser, 'device')).not.toContain(rowOf(saule));
  });

  test('an organiser’s phone too can revoke nobody before others are back', async () => {
    const copy = await server.keepCopy();
    const stolen = await server.enrolled('organiser', 'Marat');
    await revoke(stolen);
    await server.goBackTo(copy);
    stolen.write({ name: 'deviceRevoke', args: { device: rowOf(organiser) } });
    for (const credential of [stolen.credential(), null]) {
      await stolen.sync({ request: { credential, segment: await stolen.segment() } });
    }
    await organiser.settle();
    expect(bodyOf<{ status: string }>(organiser, 'device', rowOf(organiser))?.status).toBe('active');
  });
});

describe('the list of revoked phones', () => {
  test('names devices and nothing else, each once, and only its owner can read it', async () => {
    await revoke(driver);
    await server.restart();
    expect((await readFile(list(), 'utf8')).trim()).toBe(driver.device);
    expect((await stat(list())).mode & 0o077).toBe(0);
  });

  test('that is lost is written anew of what the database knows', async () => {
    await revoke(driver);
    await server.restart(() => rm(list()));
    expect((await readFile(list(), 'utf8')).trim()).toBe(driver.device);
  });

  test('whose last line was cut short by a crash still takes the next', async () => {
    await server.restart(() => appendFile(list(), driver.device.slice(0, 9)));
    const copy = await server.keepCopy();
    await revoke(driver);
    await server.goBackTo(copy);
    expect(await deliveryOf(driver)).toMatchObject(REFUSED);
  });

  test('revokes nobody whom it does not name', async () => {
    const copy = await server.keepCopy();
    const saule = await server.enrolled('driver', 'Saule');
    await revoke(saule);
    await server.goBackTo(copy);
    expect((await deliveryOf(driver)).isSeen).toBe(true);
  });
});
