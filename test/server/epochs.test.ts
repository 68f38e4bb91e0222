import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InviteBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Cursor } from '#protocol/fields.ts';
import { inviteIdOf } from '#protocol/names.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { beginNewLife } from '#server/sync/epoch.ts';
import type { Round, TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const SECRET = 'abcdefgh2345';
let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let tea: RowId;
let place: RowId;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  driver = await server.enrolled('driver', 'Dauren');
  tea = writeItem(organiser, 'Tea');
  place = writeCheckpoint(organiser, '7', 'Bus station');
  await organiser.settle();
});
afterEach(() => server.stop());

const roundOf = async (phone: TestPhone, request = {}): Promise<Round> => {
  const round = await phone.sync({ request });
  if (!round.ok) throw new Error(`refused: ${round.code}`);
  return round;
};
const epochNow = async (phone: TestPhone) => (await roundOf(phone)).acknowledgement.epoch;
/** What a round with this claim was answered, without the phone taking it in. */
const claim = async (phone: TestPhone, request: Partial<SyncRequest>): Promise<Round> => {
  const position = { ...phone.position };
  const round = await roundOf(phone, request);
  Object.assign(phone.position, position);
  return round;
};
const invite = async () => {
  const args = { id: inviteIdOf(sha256, SECRET), role: 'driver', label: '', member: null } as const;
  organiser.write({ name: 'inviteCreate', args: { ...args, expiresAt: server.clock.now() + 1_000_000 } });
  await organiser.settle();
};
/** As the operator's command does it. */
const restored = async (file: string) => {
  const storage = sqliteStorage(file);
  await beginNewLife(storage, { sha256, random: nodeRandom }, server.clock.now());
  await storage.close();
};
const inviteStatus = () => bodyOf<InviteBody>(organiser, 'invite', inviteIdOf(sha256, SECRET))?.status;

describe('what a phone merely claims', () => {
  test.each<[string, (cursor: Cursor) => Partial<SyncRequest>]>([
    ['an invented mark', ({ number }) => ({ cursor: { number, mark: '7'.repeat(13) } })],
    ['a number that is still to come', () => ({ cursor: { number: 9_000_000, mark: 'z'.repeat(13) } })],
    ['the mark of another number', ({ number, mark }) => ({ cursor: { number: number + 1, mark } })],
    [
      'a mark with another end',
      ({ number, mark }) => ({ cursor: { number, mark: `${mark.slice(0, 12)}${mark.endsWith('0') ? '1' : '0'}` } }),
    ],
  ])('10.2 %s begins no new life: that phone alone pulls from the beginning', async (_what, claimed) => {
    const { epoch, cursor } = driver.position;
    if (cursor === null) throw new Error('the driver has pulled');
    const round = await claim(driver, claimed(cursor));
    expect(round).toMatchObject({ acknowledgement: { epoch }, body: { startCursor: null } });
    expect(await epochNow(organiser)).toBe(epoch);
  });

  test('10.2 a mark of a former life proves nothing against this one', async () => {
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea));
    await driver.settle();
    const former = driver.position.cursor;
    await server.goBackTo(copy);
    await driver.settle();
    await driver.settle();
    const { epoch } = driver.position;
    expect((await claim(driver, { cursor: former })).acknowledgement.epoch).toBe(epoch);
    expect(await epochNow(organiser)).toBe(epoch);
  });

  test('10.2 that more is acknowledged than is here concerns that phone alone', async () => {
    await invite();
    const { epoch } = organiser.position;
    const round = await claim(driver, { acknowledgedThrough: 9_000_000 });
    expect(round.acknowledgement.epoch).not.toBe(epoch);
    expect(round.body.startCursor).toBe(null);
    expect(await epochNow(organiser)).toBe(epoch);
    expect(await server.phone().offer(SECRET)).toMatchObject({ ok: true });
  });

  test('10.2 a revoked phone cannot begin a new life, even with a true mark', async () => {
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea));
    await driver.settle();
    const { epoch, cursor } = driver.position;
    await server.goBackTo(copy);
    organiser.write({ name: 'deviceRevoke', args: { device: driver.device as string as RowId } });
    await roundOf(organiser, { cursor: null });
    expect((await claim(driver, { cursor })).acknowledgement.epoch).toBe(epoch);
  });
});

describe('invites of a former life', () => {
  test('10.6 an invite that was used stays closed when it is offered again', async () => {
    const copy = await server.keepCopy();
    await invite();
    expect(await server.phone().enrol(SECRET)).toEqual({ ok: true });
    await organiser.settle();
    await server.goBackTo(copy);
    await organiser.settle();
    await organiser.settle();
    expect(inviteStatus()).toBe('revoked');
    expect(await server.phone().enrol(SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
  });

  test('10.6 so does one whose answer was lost: its phone did not know that it was there', async () => {
    const copy = await server.keepCopy();
    const position = { ...organiser.position };
    await invite();
    expect(await server.phone().enrol(SECRET)).toEqual({ ok: true });
    Object.assign(organiser.position, position);
    await server.goBackTo(copy);
    await server.restart(() => restored(server.file));
    await organiser.settle();
    await organiser.settle();
    expect(await server.phone().enrol(SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
  });

  test('10.6 one that is made in this life is open', async () => {
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea));
    await driver.settle();
    await server.goBackTo(copy);
    await driver.settle();
    await organiser.settle();
    await organiser.settle();
    await invite();
    expect(inviteStatus()).toBe('open');
    expect(await server.phone().enrol(SECRET)).toEqual({ ok: true });
  });
});

describe('a restored backup', () => {
  test('10.2 an honest phone never makes the server rotate its epoch', async () => {
    const epoch = await epochNow(driver);
    driver.write(delivery(place, tea));
    await driver.settle();
    await server.restart();
    await roundOf(driver, { cursor: null });
    expect(await epochNow(driver)).toBe(epoch);
    expect(await epochNow(organiser)).toBe(epoch);
  });

  test('10.2 a phone that lost only its acknowledged work heals itself, and moves nobody else', async () => {
    const copy = await server.keepCopy();
    const epoch = await epochNow(organiser);
    const newcomer = server.phone();
    // Enrolled, and gone before it pulled anything: no cursor can prove anything for it.
    expect(await newcomer.enrol(await server.invite('driver'), 'Saule')).toEqual({ ok: true });
    await server.goBackTo(copy);
    const first = await roundOf(newcomer, { credential: newcomer.credential() });
    expect(first.acknowledgement.epoch).not.toBe(epoch);
    await newcomer.settle();
    await newcomer.settle();
    expect(newcomer.position).toMatchObject({ epoch, acknowledgedThrough: 1 });
    expect(await epochNow(organiser)).toBe(epoch);
    await organiser.settle();
    expect(idsOf(organiser, 'device')).toContain(newcomer.device);
  });

  test('10.2 a cursor beyond the branch’s history proves that it went back', async () => {
    const copy = await server.keepCopy();
    const epoch = await epochNow(driver);
    driver.write(delivery(place, tea));
    await driver.settle();
    await server.goBackTo(copy);
    const round = await roundOf(driver);
    expect(round.acknowledgement.epoch).not.toBe(epoch);
    expect(round.body.startCursor).toBe(null);
  });

  test('10.2 a cursor whose mark is another commit’s proves it too, although the numbers fit', async () => {
    const copy = await server.keepCopy();
    const epoch = await epochNow(organiser);
    driver.write(delivery(place, tea, { note: 'lost' }));
    await driver.settle();
    await organiser.settle();
    await server.goBackTo(copy);
    const other = await server.enrolled('driver', 'Saule');
    for (let index = 0; index < 5; index += 1) other.write(delivery(place, tea, { note: 'instead' }));
    await other.settle();
    expect((await roundOf(organiser)).acknowledgement.epoch).not.toBe(epoch);
  });

  test('10.3 the phones offer again and heal the server: nothing is lost and nothing is there twice', async () => {
    driver.write(delivery(place, tea, { note: 'before' }));
    await driver.settle();
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea, { note: 'after' }));
    await driver.settle();
    const clinic = writeCheckpoint(organiser, '8', 'Clinic');
    organiser.write({ name: 'checkpointClose', args: { id: place } });
    await organiser.settle();
    await server.goBackTo(copy);
    await roundOf(driver);
    expect(driver.position.acknowledgedThrough).toBe(0);
    await driver.settle();
    await organiser.settle();
    await organiser.settle();
    expect(idsOf(organiser, 'delivery').toSorted()).toEqual([driver.rowId(2), driver.rowId(3)]);
    expect(idsOf(organiser, 'checkpoint').toSorted()).toEqual([place, clinic].toSorted());
    expect(bodyOf<{ status: string }>(organiser, 'checkpoint', place)?.status).toBe('closed');
    expect(idsOf(organiser, 'member')).toHaveLength(2);
  });

  test('10.2 unused invites are void after a rotation, used ones stay used', async () => {
    await invite();
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea));
    await driver.settle();
    await server.goBackTo(copy);
    expect(await server.phone().offer(SECRET)).toMatchObject({ ok: true });
    await roundOf(driver);
    expect(await server.phone().enrol(SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
    await organiser.settle();
    expect(inviteStatus()).toBe('revoked');
  });

  test('9.3 an organiser who was confirmed after the backup was made is so again, before whoever confirmed comes back', async () => {
    const args = { id: inviteIdOf(sha256, SECRET), role: 'organiser', label: '', member: null } as const;
    organiser.write({ name: 'inviteCreate', args: { ...args, expiresAt: server.clock.now() + 1_000_000 } });
    await organiser.settle();
    const second = server.phone();
    await second.enrol(SECRET, 'Marat');
    await second.settle();
    const copy = await server.keepCopy();
    organiser.write({ name: 'memberConfirm', args: { member: second.me().member } });
    await organiser.settle();
    await second.settle();
    const rice = writeItem(second, 'Rice');
    await second.settle();
    await server.goBackTo(copy);
    await second.settle();
    await second.settle();
    await organiser.settle();
    await organiser.settle();
    expect(idsOf(organiser, 'item')).toContain(rice);
    expect(bodyOf<{ status: string }>(organiser, 'member', second.me().member)?.status).toBe('active');
  });

  test('10.4 a log that begins beyond the server’s is held with its gap, and acknowledged for its own stretch', async () => {
    const copy = await server.keepCopy();
    for (const note of ['one', 'two', 'three']) driver.write(delivery(place, tea, { note }));
    await driver.settle();
    await server.goBackTo(copy);
    await roundOf(driver);
    const round = await roundOf(driver, { segment: await driver.segment(3) });
    expect(round.acknowledgement.storedThrough).toBe(4);
    expect(driver.position.isForked).toBe(false);
    const { epoch } = round.acknowledgement;
    expect((await roundOf(driver)).acknowledgement).toMatchObject({ epoch, storedThrough: 4 });
    await organiser.settle();
    expect(idsOf(organiser, 'delivery').toSorted()).toEqual([driver.rowId(3), driver.rowId(4)]);
  });

  test('10.7 without the list a revocation that is offered again before its device comes back holds when it does', async () => {
    const copy = await server.keepCopy();
    const saule = await server.enrolled('driver', 'Saule');
    organiser.write({ name: 'deviceRevoke', args: { device: saule.device as string as RowId } });
    await organiser.settle();
    await server.goBackTo(copy);
    await server.restart(() => rm(join(dirname(server.file), 'revoked.txt')));
    await organiser.settle();
    await roundOf(saule, { credential: saule.credential() });
    await saule.settle();
    saule.write(delivery(place, tea));
    const round = await roundOf(saule);
    expect(round.body).toMatchObject({ isRevoked: true, outcomes: [{ status: 'quarantined', code: 'revoked' }] });
  });
});
