import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import { startServer, type TestServer } from '#test/e2e/support/server.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import { delivery, idsOf, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const clock = { now: () => Date.now() };
const [DRIVERS_SECRET, UNUSED_SECRET, LATER_SECRET] = ['abcdefgh2345', 'abcdefgh6789', 'abcdefghjkmn'] as const;
let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let backup: string;
let place: RowId;
let tea: RowId;

const newPhone = () => testPhone((path, init) => fetch(`${server.address}${path}`, init), clock);

/** An invite by the organiser; gives its secret. */
const invited = async (secret: string) => {
  const args = { id: inviteIdOf(sha256, secret), role: 'driver', label: '', member: null } as const;
  organiser.write({ name: 'inviteCreate', args: { ...args, expiresAt: clock.now() + 3_600_000 } });
  await organiser.settle();
  return secret;
};

beforeEach(async () => {
  server = await startServer();
  // Outside of the folder that the server loses.
  backup = `${server.folder}-backup.sqlite`;
  organiser = newPhone();
  await organiser.enrol(await server.hears(/\/enrol#([0-9a-z]{12})/));
  for (const secret of [DRIVERS_SECRET, UNUSED_SECRET]) await invited(secret);
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
  driver = newPhone();
  await driver.enrol(DRIVERS_SECRET);
});
afterEach(async () => {
  await server.remove();
  await rm(backup, { force: true });
});

const command = (name: 'backup' | 'restore' | 'invite' | 'verify', args: readonly string[]) =>
  operatorCommand(name, args, { DATA_DIR: server.folder });

const deliver = async (count: number) => {
  for (let index = 0; index < count; index += 1) driver.write(delivery(place, tea));
  await driver.settle();
};

describe('a backup and its way back', () => {
  test('7.3 10.3 a drill: backup while serving, work goes on, the disk is lost, the backup is restored, the phones heal it', async () => {
    await deliver(3);
    const [made] = await Promise.all([command('backup', ['--to', backup]), deliver(2)]);
    expect(made).toMatchObject({ code: 0 });
    for (const args of [[], ['--from', backup]]) {
      const verified = await command('verify', args);
      expect(verified).toMatchObject({ code: 0 });
      expect(verified.said).toContain('All is well.');
    }
    const safe = await driver.sync();
    if (!safe.ok) throw new Error(safe.code);
    const { backedUpThrough, storedThrough, epoch } = safe.acknowledgement;
    expect(backedUpThrough).toBeGreaterThanOrEqual(4);
    expect(backedUpThrough).toBeLessThanOrEqual(storedThrough);
    expect((await stat(backup)).mode & 0o077).toBe(0);
    await deliver(4);
    const stolen = newPhone();
    await stolen.enrol(await invited(LATER_SECRET));
    organiser.write({ name: 'deviceRevoke', args: { device: stolen.device as string as RowId } });
    organiser.write({ name: 'itemClose', args: { id: tea } });
    await organiser.settle();

    await server.stop('SIGKILL');
    for (const name of await readdir(server.folder))
      if (name !== 'revoked.txt') await rm(join(server.folder, name), { recursive: true });
    expect(await command('restore', ['--from', backup])).toMatchObject({ code: 0 });
    await server.begin();
    // 10.7 Nor does whoever was revoked later come back before the organiser does.
    expect(await stolen.sync({ request: { credential: stolen.credential() } })).toMatchObject({
      ok: true,
      body: { isRevoked: true, page: [] },
    });
    // 10.2 Nobody had to prove anything, and an invite that nobody had used is void from the start.
    expect(await newPhone().enrol(UNUSED_SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });

    // The phone has forgotten what the backup holds, and offers the rest.
    const kept = backedUpThrough + 1;
    const round = await driver.sync({ request: { segment: await driver.segment(kept) } });
    expect(round).toMatchObject({ ok: true, acknowledgement: { storedThrough: driver.log.length } });
    expect(round.ok && round.acknowledgement.epoch).not.toBe(epoch);
    await organiser.settle();
    await organiser.settle();
    // 10.6 An invite that was used in the life before stays closed, although its phone told of it again.
    expect(await newPhone().enrol(LATER_SECRET)).toMatchObject({ ok: false, code: 'inviteRevoked' });
    expect(await command('verify', [])).toMatchObject({ code: 0 });
    const numbers = Array.from({ length: 9 }, (_none, index) => driver.rowId(index + 2));
    expect(idsOf(organiser, 'delivery').toSorted()).toEqual(numbers.toSorted());
    expect(organiser.rows.get(`item/${tea}`)?.body).toMatchObject({ status: 'closed' });
  });
});

describe('an invite by the operator', () => {
  test('lets one more organiser in while the server serves, without a confirmation', async () => {
    const made = await command('invite', []);
    expect(made.code).toBe(0);
    const phone = newPhone();
    expect(await phone.enrol(/\/enrol#([0-9a-z]{12})/.exec(made.said)?.[1] ?? '')).toEqual({ ok: true });
    await phone.settle();
    expect(phone.me()).toMatchObject({ role: 'organiser', isWaiting: false });
    expect(idsOf(phone, 'checkpoint')).toEqual([place]);
  });

  test('is refused where there is no server’s data, and makes none', async () => {
    await server.stop('SIGTERM');
    await rm(server.folder, { recursive: true });
    expect(await command('invite', [])).toMatchObject({ code: 1 });
    expect(existsSync(server.folder)).toBe(false);
    await mkdir(server.folder, { recursive: true });
  });
});

describe('a restore without the old folder', () => {
  test('takes the list of revoked phones from where it is told to, and says what is missing when there is none', async () => {
    organiser.write({ name: 'deviceRevoke', args: { device: driver.device as string as RowId } });
    expect(await command('backup', ['--to', backup])).toMatchObject({ code: 0 });
    await organiser.settle();
    await server.stop('SIGKILL');
    const elsewhere = `${backup}-revoked.txt`;
    await copyFile(join(server.folder, 'revoked.txt'), elsewhere);
    await rm(server.folder, { recursive: true });
    const without = await command('restore', ['--from', backup]);
    expect(without).toMatchObject({ code: 0 });
    expect(without.said).toContain('revoked after the backup');
    await rm(server.folder, { recursive: true });
    const withList = await command('restore', ['--from', backup, '--revoked', elsewhere]);
    expect(withList).toMatchObject({ code: 0 });
    expect(withList.said).not.toContain('revoked after the backup');
    await rm(elsewhere);
    await server.begin();
    expect(await driver.sync()).toMatchObject({ ok: true, body: { isRevoked: true } });
  });
});

describe('what the commands refuse', () => {
  test('restore never replaces anything', async () => {
    expect(await command('backup', ['--to', backup])).toMatchObject({ code: 0 });
    await server.stop('SIGTERM');
    const before = await readFile(join(server.folder, 'dastarkhan.sqlite'));
    const refused = await command('restore', ['--from', backup]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('is not empty, and nothing in it was touched');
    expect(await readFile(join(server.folder, 'dastarkhan.sqlite'))).toEqual(before);
  });

  test('backup never replaces another, and half a backup never has the name', async () => {
    await writeFile(backup, 'an older one');
    expect(await command('backup', ['--to', backup])).toMatchObject({ code: 1 });
    expect(await readFile(backup, 'utf8')).toBe('an older one');
    await rm(backup);
    const elsewhere = join(server.folder, 'missing', 'folder.sqlite');
    expect((await command('backup', ['--to', elsewhere])).code).not.toBe(0);
    expect(existsSync(elsewhere)).toBe(false);
    expect(await driver.sync()).toMatchObject({ ok: true, acknowledgement: { backedUpThrough: 0 } });
  });

  test('a file that is damaged or something else is not restored, and leaves nothing', async () => {
    expect(await command('backup', ['--to', backup])).toMatchObject({ code: 0 });
    await server.stop('SIGTERM');
    await rm(server.folder, { recursive: true });
    const whole = await readFile(backup);
    const spoilt = Buffer.from(whole);
    spoilt.fill(0xa5, 8192, 8192 + 4096);
    for (const bytes of [spoilt, whole.subarray(0, whole.length / 2), Buffer.from('no database')]) {
      await writeFile(backup, bytes);
      const refused = await command('restore', ['--from', backup]);
      expect(refused.code).toBe(1);
      expect(refused.said).toMatch(/^Nothing was restored\.\nThe file is /);
      expect(await readdir(server.folder)).toEqual([]);
    }
    await mkdir(server.folder, { recursive: true });
  });

  test('verify says where something is wrong, in words and by its place', async () => {
    await deliver(2);
    await server.stop('SIGTERM');
    const database = new DatabaseSync(join(server.folder, 'dastarkhan.sqlite'));
    database.exec("UPDATE state SET body = replace(body, '10000', '90000') WHERE kind = 'delivery'");
    database.close();
    const { code, said } = await command('verify', []);
    expect(code).toBe(1);
    expect(said).toContain(`An audience is told what the row does not say: organisers:`);
    expect(said).toContain(`delivery/${driver.rowId(2)}`);
  });
});
