import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InviteBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
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

  test('10.2 an acknowledgement beyond the server’s log proves that it went back', async () => {
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
    const args = { id: inviteIdOf(sha256, SECRET), role: 'driver', label: '', member: null } as const;
    organiser.write({ name: 'inviteCreate', args: { ...args, expiresAt: server.clock.now() + 1_000_000 } });
    await organiser.settle();
    const copy = await server.keepCopy();
    driver.write(delivery(place, tea));
    await driver.settle();
    await server.goBackTo(copy);
    expect(await server.phone().offer(SECRET)).toMatchObject({ ok: true });
    await roundOf(driver);
    expect(await server.phone().enrol(SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
    await organiser.settle();
    expect(bodyOf<InviteBody>(organiser, 'invite', inviteIdOf(sha256, SECRET))?.status).toBe('revoked');
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

  test('10.2 a revocation that is offered again before its device comes back holds when it does', async () => {
    const copy = await server.keepCopy();
    const saule = await server.enrolled('driver', 'Saule');
    organiser.write({ name: 'deviceRevoke', args: { device: saule.device as string as RowId } });
    await organiser.settle();
    await server.goBackTo(copy);
    await organiser.settle();
    await roundOf(saule, { credential: saule.credential() });
    await saule.settle();
    saule.write(delivery(place, tea));
    const round = await roundOf(saule);
    expect(round.body).toMatchObject({ isRevoked: true, outcomes: [{ status: 'quarantined', code: 'revoked' }] });
  });
});
