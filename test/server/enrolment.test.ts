import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InviteBody, MemberBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { CREDENTIAL_LIFE_MS } from '#protocol/credential.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const HOUR = 3_600_000;
const SECRET = 'abcdefgh2345';
let server: TestServer;
let organiser: TestPhone;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
});
afterEach(() => server.stop());

/** An invite by the organiser's phone, as its screen makes it. */
const invite = async (role: 'driver' | 'organiser', member: RowId | null = null, secret = SECRET) => {
  const expiresAt = server.clock.now() + HOUR;
  const args = { id: inviteIdOf(sha256, secret), role, label: 'For Dauren', expiresAt, member };
  organiser.write({ name: 'inviteCreate', args });
  return organiser.settle();
};

describe('invites', () => {
  test('5.5 asking what a secret offers consumes nothing', async () => {
    await invite('driver');
    const phone = server.phone();
    const offers = [await phone.offer(SECRET), await phone.offer(SECRET)];
    expect(offers).toMatchObject([
      { ok: true, role: 'driver', label: 'For Dauren' },
      { ok: true, role: 'driver' },
    ]);
    expect(await phone.enrol(SECRET)).toEqual({ ok: true });
  });

  test('5.5 asked again by the same device after a lost answer it answers the same, after the expiry too', async () => {
    await invite('driver');
    const phone = server.phone();
    expect(await phone.enrol(SECRET)).toEqual({ ok: true });
    const { member } = phone.me();
    server.clock.move(2 * HOUR);
    expect(await phone.enrol(SECRET)).toEqual({ ok: true });
    expect(phone.me().member).toBe(member);
    await organiser.settle();
    expect(idsOf(organiser, 'member')).toHaveLength(2);
    expect(bodyOf<InviteBody>(organiser, 'invite', inviteIdOf(sha256, SECRET))).toMatchObject({
      status: 'used',
      usedBy: phone.device,
    });
  });

  test('5.5 a second redeemer is refused, and nothing of it is kept', async () => {
    await invite('driver');
    const [first, second] = [server.phone(), server.phone()];
    await second.offer(SECRET);
    await first.enrol(SECRET);
    expect(await second.enrol(SECRET)).toMatchObject({ ok: false, status: 410, code: 'inviteUsed' });
    await organiser.settle();
    expect(idsOf(organiser, 'device')).not.toContain(second.device);
  });

  test('5.5 two phones that redeem at once: one enters', async () => {
    await invite('driver');
    const phones = [server.phone(), server.phone(), server.phone()];
    const answers = await Promise.all(phones.map((phone) => phone.enrol(SECRET)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    await organiser.settle();
    expect(idsOf(organiser, 'member')).toHaveLength(2);
  });

  test.each([
    ['an unknown secret', async () => {}, { status: 404, code: 'inviteUnknown' }],
    [
      'an expired invite',
      async () => {
        await invite('driver');
        server.clock.move(HOUR);
      },
      { status: 410, code: 'inviteExpired' },
    ],
    [
      'a revoked invite',
      async () => {
        await invite('driver');
        organiser.write({ name: 'inviteRevoke', args: { id: inviteIdOf(sha256, SECRET) } });
        await organiser.settle();
      },
      { status: 410, code: 'inviteRevoked' },
    ],
  ])('5.5 %s is refused', async (_what, prepare, refusal) => {
    await prepare();
    expect(await server.phone().enrol(SECRET)).toMatchObject(refusal);
  });

  test('5.2 no feed and no file holds the secret', async () => {
    await invite('driver');
    expect(await server.phone().enrol(SECRET)).toEqual({ ok: true });
    await organiser.settle();
    expect(organiser.received.some((bytes) => Buffer.from(bytes).includes(SECRET))).toBe(false);
    await server.restart(async () => {
      expect((await readFile(server.file)).includes(inviteIdOf(sha256, SECRET))).toBe(true);
      expect((await readFile(server.file)).includes(SECRET)).toBe(false);
    });
  });

  test('5.5 a used invite cannot be revoked any more', async () => {
    await invite('driver');
    await server.phone().enrol(SECRET);
    organiser.write({ name: 'inviteRevoke', args: { id: inviteIdOf(sha256, SECRET) } });
    expect(await organiser.settle()).toMatchObject([{ status: 'rejected', code: 'inviteUsed' }]);
  });
});

describe('people whom the branch knows already', () => {
  test('5.5 somebody added by name gets runs before they have a phone, and finds them on their first one', async () => {
    const member = organiser.rowId(organiser.write({ name: 'memberAdd', args: { name: 'Dauren', phone: null } }));
    const place = writeCheckpoint(organiser, '7', 'Bus station');
    const run = writeRun(organiser, { driver: member, places: [place], item: writeItem(organiser, 'Tea') });
    await invite('driver', member);
    const phone = server.phone();
    expect(await phone.enrol(SECRET, 'D.', '+7 701 555')).toEqual({ ok: true });
    expect(phone.me()).toMatchObject({ member, role: 'driver' });
    await phone.settle();
    expect(idsOf(phone, 'run')).toEqual([run]);
    await organiser.settle();
    expect(bodyOf<MemberBody>(organiser, 'member', member)).toEqual({
      name: 'Dauren',
      role: 'driver',
      status: 'active',
      phone: '+7 701 555',
    });
    expect(idsOf(organiser, 'member')).toHaveLength(2);
  });

  test('5.5 a second device of a member is that member, and its records are theirs', async () => {
    const first = await server.enrolled('driver', 'Dauren');
    const { member } = first.me();
    const place = writeCheckpoint(organiser, '7', 'Bus station');
    const tea = writeItem(organiser, 'Tea');
    await invite('driver', member);
    const second = server.phone();
    await second.enrol(SECRET);
    second.write(delivery(place, tea));
    await second.settle();
    await first.settle();
    expect(second.me().member).toBe(member);
    expect(idsOf(first, 'delivery')).toEqual([second.rowId(2)]);
    expect(idsOf(first, 'device')).toHaveLength(2);
  });

  test('5.5 an invite for a member gives the member’s role and no other, and names a member who is there', async () => {
    const driver = await server.enrolled('driver', 'Dauren');
    expect(await invite('organiser', driver.me().member)).toMatchObject([{ status: 'rejected', code: 'notAllowed' }]);
    expect(await invite('driver', 'nobody' as RowId)).toMatchObject([{ status: 'rejected', code: 'notFound' }]);
  });

  test('2.4 enrol is entry 1 and never a later one', async () => {
    const keys = { signKey: 'A'.repeat(87), agreeKey: 'A'.repeat(87) };
    const args = { invite: inviteIdOf(sha256, SECRET), name: 'Other', phone: null, label: 'Other', ...keys };
    organiser.write({ name: 'enrol', args });
    expect(await organiser.settle()).toMatchObject([{ status: 'rejected', code: 'notAllowed' }]);
  });
});

describe('organisers wait for each other', () => {
  test('8.10 an organiser invited by another sees and may nothing until confirmed, then pulls from the beginning', async () => {
    writeCheckpoint(organiser, '7', 'Bus station');
    await invite('organiser');
    const newcomer = server.phone();
    await newcomer.enrol(SECRET);
    newcomer.write({ name: 'branchAmend', args: { name: 'Taken over', utcOffsetMinutes: 0 } });
    expect(await newcomer.settle()).toMatchObject([{ status: 'rejected', code: 'notAllowed' }]);
    expect(newcomer.me().isWaiting).toBe(true);
    expect([...newcomer.rows.values()].map((row) => row.kind).toSorted()).toEqual(['device', 'member']);

    organiser.write({ name: 'memberConfirm', args: { member: newcomer.me().member } });
    await organiser.settle();
    const round = await newcomer.sync();
    expect(round).toMatchObject({ body: { startCursor: null, scope: `organisers:${newcomer.me().branch}` } });
    expect(newcomer.me()).toMatchObject({ role: 'organiser', isWaiting: false });
    expect(idsOf(newcomer, 'checkpoint')).toHaveLength(1);
  });

  test('5.5 of the operator’s invites only the latest is open, and no organiser’s invite is touched', async () => {
    const [older, newer] = [await server.invite('organiser'), await server.invite('organiser')];
    await invite('driver');
    await server.invite('organiser');
    expect(await server.phone().enrol(older)).toMatchObject({ code: 'inviteRevoked' });
    expect(await server.phone().enrol(newer)).toMatchObject({ code: 'inviteRevoked' });
    expect(await server.phone().enrol(SECRET)).toEqual({ ok: true });
  });

  test('5.5 the operator’s organiser waits for nobody', () => {
    expect(organiser.me()).toMatchObject({ role: 'organiser', isWaiting: false });
  });
});

describe('lost phones', () => {
  test('8.3 the work that a revoked device still holds is kept aside, and the device is told', async () => {
    const tea = writeItem(organiser, 'Tea');
    const place = writeCheckpoint(organiser, '7', 'Bus station');
    await organiser.settle();
    const driver = await server.enrolled('driver');
    driver.write(delivery(place, tea));
    await driver.settle();
    driver.write(delivery(place, tea, { note: 'queued' }));
    organiser.write({ name: 'deviceRevoke', args: { device: driver.device as never } });
    await organiser.settle();

    const round = await driver.sync();
    expect(round).toMatchObject({
      acknowledgement: { storedThrough: 2 },
      body: { isRevoked: true, page: [], outcomes: [{ from: 3, to: 3, status: 'quarantined', code: 'revoked' }] },
    });
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toEqual([driver.rowId(2)]);
  });

  test('5.5 a revoked device gets no new credential by asking again with its invite', async () => {
    await invite('driver');
    const driver = server.phone();
    await driver.enrol(SECRET);
    organiser.write({ name: 'deviceRevoke', args: { device: driver.device as never } });
    await organiser.settle();
    expect(await driver.enrol(SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
  });
});

describe('credentials', () => {
  test('9.3 a device that a restored backup has forgotten comes back on its credential', async () => {
    const copy = await server.keepCopy();
    const driver = await server.enrolled('driver', 'Dauren');
    await server.goBackTo(copy);
    expect(await driver.sync()).toMatchObject({ status: 401, code: 'unknownDevice' });
    const round = await driver.sync({ request: { credential: driver.credential() } });
    expect(round.ok).toBe(true);
    await driver.settle();
    await organiser.settle();
    expect(bodyOf<MemberBody>(organiser, 'member', driver.me().member)).toMatchObject({
      name: 'Dauren',
      role: 'driver',
    });
    expect(idsOf(organiser, 'device')).toContain(driver.device);
  });

  test('9.3 a credential of another organisation, an altered or an expired one is not believed', async () => {
    const copy = await server.keepCopy();
    const driver = await server.enrolled('driver');
    await server.goBackTo(copy);
    const elsewhere = await startTestServer();
    const foreign = (await elsewhere.enrolled('driver')).credential();
    const own = driver.credential();
    const altered = { ...own, statement: own.statement.map((byte, index) => (index === 99 ? byte ^ 1 : byte)) };
    for (const credential of [foreign, altered]) {
      expect(await driver.sync({ request: { credential } })).toMatchObject({ status: 403, code: 'badCredential' });
    }
    server.clock.move(CREDENTIAL_LIFE_MS);
    expect(await driver.sync({ request: { credential: own } })).toMatchObject({ code: 'badCredential' });
    await elsewhere.stop();
  });
});
