import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const NAME = 'Zzmarker Saule';
const PHONE = '+7 701 999 88 77';
const SECRET = 'abcdefgh2345';

let server: TestServer;
let organiser: TestPhone;
let saule: TestPhone;
let member: RowId;
let place: RowId;
let tea: RowId;
let run: RowId;

/** Somebody whom an organiser added by name, invited, and gave a run; and who delivered. */
beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  member = organiser.rowId(organiser.write({ name: 'memberAdd', args: { name: NAME, phone: PHONE } }));
  const invite = { id: inviteIdOf(sha256, SECRET), role: 'driver', label: NAME, member } as const;
  organiser.write({ name: 'inviteCreate', args: { ...invite, expiresAt: server.clock.now() + 3_600_000 } });
  run = writeRun(organiser, { driver: member, places: [place], item: tea });
  await organiser.settle();
  saule = server.phone();
  await saule.enrol(SECRET, NAME, PHONE);
  for (let count = 0; count < 3; count += 1) saule.write(delivery(place, tea, { run, stop: 0 }));
  await saule.settle();
  await organiser.settle();
});
afterEach(() => server.stop());

const folder = () => dirname(server.file);
const erase = (...args: readonly string[]) => operatorCommand('erase', args, { DATA_DIR: folder() });
const verified = async () => {
  const surveys = sqliteSurveys(server.file);
  const found = await verifyDatabase(surveys, { sha256, verify: createVerify() });
  await surveys.close();
  return found;
};
/** All bytes of the database and its log, as text. */
const bytes = async (): Promise<string> => {
  const files = [server.file, `${server.file}-wal`].filter((file) => existsSync(file));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('');
};
const deliveryOf = (id: RowId) =>
  bodyOf<{ member: RowId | null; lines: readonly unknown[] }>(organiser, 'delivery', id);
/** Offers again what the phone wrote until the person was erased. */
const offerAgain = async () => saule.sync({ request: { segment: await saule.segment(1) } });

describe('the operator erases a person while the server serves', () => {
  test('nothing of them is left in any byte; what they brought, and the proofs, stay', async () => {
    organiser.write({ name: 'deviceRevoke', args: { device: saule.device as string as RowId } });
    await organiser.settle();
    saule.write(delivery(place, tea, { note: 'Zzmarker, late' }));
    expect(await saule.sync()).toMatchObject({ ok: true, body: { outcomes: [{ status: 'quarantined' }] } });
    await organiser.settle();
    expect([idsOf(organiser, 'delivery').length, idsOf(organiser, 'aside').length]).toEqual([3, 1]);
    expect(await bytes()).toContain('Zzmarker');
    const done = await erase('--member', member, '--name', NAME);
    expect(done.said).toContain('The person is erased');
    const left = await bytes();
    for (const trace of ['Zzmarker', PHONE]) expect(left).not.toContain(trace);

    await organiser.settle();
    expect(idsOf(organiser, 'aside')).toEqual([]);
    expect(bodyOf(organiser, 'member', member)).toBeUndefined();
    expect(bodyOf(organiser, 'device', saule.device as string as RowId)).toBeUndefined();
    for (const id of idsOf(organiser, 'delivery'))
      expect([deliveryOf(id)?.member, deliveryOf(id)?.lines.length]).toEqual([null, 1]);
    expect(idsOf(organiser, 'delivery')).toHaveLength(3);
    expect(bodyOf<{ driver: unknown }>(organiser, 'run', run)?.driver).toBe(null);

    const { findings, erased } = await verified();
    expect(findings).toEqual([]);
    // Her own log, and the two entries of the organiser's that named her.
    const naming = `${organiser.device} ${organiser.log.length - 3} to ${organiser.log.length - 2}`;
    expect(erased.toSorted()).toEqual([`${saule.device} 1 to 4`, naming].toSorted());
  });

  test('10.8 their phone is out, and what it offers again is answered “erased” and kept nowhere', async () => {
    await erase('--member', member, '--name', NAME);
    const round = await offerAgain();
    expect(round).toMatchObject({
      ok: true,
      body: { isRevoked: true, page: [], outcomes: [{ from: 1, to: 4, status: 'erased' }] },
    });
    expect(await bytes()).not.toContain('Zzmarker');
    // What organisers wrote of others goes on as before.
    organiser.write(delivery(place, tea));
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toHaveLength(4);
    expect((await verified()).findings).toEqual([]);
  });

  test('10.8 a backup from before forgets them again at its first start, and takes nothing of theirs', async () => {
    const copy = await server.keepCopy();
    await erase('--member', member, '--name', NAME);
    await server.goBackTo(copy);
    Object.assign(organiser.position, { cursor: null });
    await organiser.settle();
    expect(bodyOf(organiser, 'member', member)).toBeUndefined();
    expect(idsOf(organiser, 'delivery').map((id) => deliveryOf(id)?.member)).toEqual([null, null, null]);
    expect(await offerAgain()).toMatchObject({ ok: true, body: { outcomes: [{ from: 1, to: 4, status: 'erased' }] } });
    expect((await verified()).findings).toEqual([]);
    expect(await readFile(join(folder(), 'erased.txt'), 'utf8')).not.toContain('Zzmarker');
  });
});

test('10.8 somebody without a phone stays erased after a backup from before they were added, whoever offers them again', async () => {
  const copy = await server.keepCopy();
  const added = organiser.rowId(organiser.write({ name: 'memberAdd', args: { name: 'Qqmarker', phone: '+7 702 1' } }));
  const invite = { id: inviteIdOf(sha256, 'abcdefgh2346'), role: 'driver', label: 'Qqmarker', member: added } as const;
  organiser.write({ name: 'inviteCreate', args: { ...invite, expiresAt: server.clock.now() + 3_600_000 } });
  const kept = writeItem(organiser, 'Bread');
  await organiser.settle();
  const { length } = organiser.log;
  await erase('--member', added, '--name', 'Qqmarker');
  await server.goBackTo(copy);
  const again = { request: { segment: await organiser.segment(length - 2) } };
  const outcomes = [
    { from: length - 2, to: length - 1, status: 'erased' },
    { from: length, to: length, status: 'applied' },
  ];
  // The same again is answered alike.
  for (const _round of [1, 2]) expect(await organiser.sync(again)).toMatchObject({ ok: true, body: { outcomes } });
  await organiser.settle();
  expect(bodyOf(organiser, 'member', added)).toBeUndefined();
  expect(bodyOf(organiser, 'item', kept)).toBeDefined();
  expect(await bytes()).not.toContain('Qqmarker');
  expect((await verified()).findings).toEqual([]);
});

test('their own notes go with them; of what others wrote, the operator hears where it still names them', async () => {
  saule.write(delivery(place, tea, { note: 'I left it at the gate' }));
  const told = writeCheckpoint(organiser, '8', 'Clinic', { landmark: `Ask ${NAME.toLowerCase()}` });
  await saule.settle();
  await organiser.settle();
  const { said } = await erase('--member', member, '--name', NAME);
  expect(said).toContain(`still holds the name or the telephone:\n  checkpoint ${told}\n`);
  expect(await bytes()).not.toContain('at the gate');
});

test('nobody is erased by mistake: the name must be theirs, and every mistake is a sentence', async () => {
  expect((await erase()).said).toContain(`  ${member}  ${NAME}, driver`);
  const nothing = 'Nobody was erased.\n';
  expect((await erase('--member', member, '--name', 'Aigerim')).said).toContain(`${nothing}--name must be`);
  expect((await erase('--member', member)).code).toBe(1);
  expect((await erase('--member', 'nobody', '--name', NAME)).said).toContain(`${nothing}There is no member nobody.`);
  await organiser.settle();
  expect(bodyOf<{ name: string }>(organiser, 'member', member)?.name).toBe(NAME);
});
