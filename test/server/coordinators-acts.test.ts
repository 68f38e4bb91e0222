import { afterEach, beforeEach, expect, test } from 'vitest';
import { assert } from '#lib/assert.ts';
import type { Body, Kind } from '#domain/rows.ts';
import type { BranchId, Count, RowId } from '#domain/scalars.ts';
import { actOf, type BranchesAct } from '#domain/branches-act.ts';
import { inviteIdOf, lentVehicleIdOf } from '#protocol/names.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import type { Storage } from '#server/storage/port.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { coordinate } from '#server/sync/coordinate.ts';
import { askBranches } from '#test/support/ask-branches.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const FIELDS: (BranchesAct['notice'] & {})['fields'] = {
  topic: 'weather',
  texts: [{ language: 'kk', title: 'Боран', text: 'Жолға шықпаңыз' }],
  phone: null,
  chats: [],
  until: null,
  isPinned: true,
  affects: null,
};

let server: TestServer;
let home: BranchId;
let zerendi: BranchId;
let marat: TestPhone;
let dana: TestPhone;
let serik: TestPhone;
beforeEach(async () => {
  server = await startTestServer();
  zerendi = await server.openBranch('Zerendi');
  dana = await server.enrolled('organiser', 'Dana');
  serik = await server.enrolled('organiser', 'Serik', zerendi);
  marat = await server.enrolled('coordinator', 'Marat');
  home = dana.me().branch;
});
afterEach(() => server.stop());

/** A storage of a server that stops after so many looks and changes. */
function stopsAfter(storage: Storage, count: number): Storage {
  let left = count;
  return {
    ...storage,
    transact: async (branch, work) => {
      if (left === 0) throw new Error('stopped');
      left -= 1;
      return storage.transact(branch, work);
    },
  };
}

/** Why it was not done; null when it was. */
async function ask(act: Partial<BranchesAct>, by: TestPhone = marat): Promise<string | null> {
  const answer = await askBranches(server, by, [], actOf(act));
  return typeof answer === 'string' ? answer : answer.body.refused;
}

async function held<K extends Kind>(phone: TestPhone, kind: K): Promise<readonly Body<K>[]> {
  await phone.settle();
  return [...phone.rows.values()].flatMap((row) => (row.kind === kind ? [row.body as Body<K>] : []));
}

function writeVehicle(driver: RowId | null): RowId {
  const capacity = { count: 60_000 as Count, unit: 'portion' };
  const fields = { name: 'Van of Aidar', registration: '123 ABC 03', capacity, keepsHot: true, driver };
  return dana.rowId(dana.write({ name: 'vehicleCreate', args: { fields } }));
}

test('14.6 a notice for all branches is on the phones of each, drivers’ too, and asked again it is there once', async () => {
  const drivers = [await server.enrolled('driver', 'Aigul'), await server.enrolled('driver', 'Timur', zerendi)];
  const notice = { branches: [home, zerendi], fields: { ...FIELDS, affects: ['abcdefgh23456789.1' as RowId] } };
  for (let times = 0; times < 2; times += 1) expect(await ask({ notice })).toBeNull();
  for (const phone of [dana, serik, ...drivers])
    expect(await held(phone, 'notice')).toEqual([{ ...FIELDS, status: 'open' }]);
  expect(await ask({ notice: { branches: [zerendi], fields: { ...FIELDS, topic: 'road' } } })).toBeNull();
  expect(await held(serik, 'notice')).toHaveLength(2);
  expect(await held(dana, 'notice')).toHaveLength(1);
});

test('14.6 a branch takes such a notice down for itself', async () => {
  await ask({ notice: { branches: [home, zerendi], fields: FIELDS } });
  await dana.settle();
  const [notice] = [...dana.rows.values()].filter(({ kind }) => kind === 'notice');
  assert(notice !== undefined, 'the notice is there');
  dana.write({ name: 'noticeClose', args: { id: notice.id } });
  expect((await held(dana, 'notice')).map(({ status }) => status)).toEqual(['closed']);
  expect((await held(serik, 'notice')).map(({ status }) => status)).toEqual(['open']);
});

test('14.6 a vehicle that is lent stands in the other branch, and in its own as lent; and it comes back', async () => {
  dana.write({ name: 'branchAmend', args: { name: 'Kokshetau', utcOffsetMinutes: 300 } });
  const vehicle = writeVehicle(null);
  await dana.settle();
  expect(await ask({ vehicle: { from: home, vehicle, to: zerendi } })).toBeNull();
  expect(await held(dana, 'vehicle')).toMatchObject([{ name: 'Van of Aidar → Zerendi', status: 'closed' }]);
  expect(await held(serik, 'vehicle')).toMatchObject([
    { name: 'Van of Aidar (Kokshetau)', registration: '123 ABC 03', keepsHot: true, status: 'open' },
  ]);
  const [lent] = [...serik.rows.values()].filter(({ kind }) => kind === 'vehicle');
  assert(lent !== undefined, 'the vehicle came');
  expect(JSON.stringify(lent), 'nothing of a phone of the other branch').not.toContain(dana.device);
  expect(await ask({ vehicle: { from: zerendi, vehicle: lent.id, to: home } })).toBeNull();
  const stand = (await held(dana, 'vehicle')).map(({ name, status }) => `${name}, ${status}`);
  expect(stand.toSorted()).toEqual(['Van of Aidar → Zerendi, closed', 'Van of Aidar, open']);
  expect(await held(serik, 'vehicle')).toMatchObject([{ name: 'Van of Aidar → Kokshetau', status: 'closed' }]);
});

test('14.6 wherever the server stops while it lends a vehicle, asked again it is one vehicle, as the other branch has it by then', async () => {
  const stands = async () => [await held(dana, 'vehicle'), await held(serik, 'vehicle')];
  for (let steps = 0; steps < 7; steps += 1) {
    const vehicle = writeVehicle(null);
    await dana.settle();
    const act = actOf({ vehicle: { from: home, vehicle, to: zerendi } });
    await server.restart(async () => {
      const storage = sqliteStorage(server.file);
      const asked = { device: marat.device, act, now: server.clock.now() };
      await expect(coordinate(stopsAfter(storage, steps), { sha256, random: nodeRandom }, asked)).rejects.toThrow(
        'stopped',
      );
      await storage.close();
    });
    const open = (await stands()).flat().filter(({ status }) => status === 'open');
    expect(open.length, `after ${steps} steps`).toBeGreaterThanOrEqual(steps + 1);
    const id = lentVehicleIdOf(sha256, vehicle, zerendi);
    const come = serik.rows.get(`vehicle/${id}`)?.body as Body<'vehicle'> | undefined;
    if (come !== undefined)
      serik.write({ name: 'vehicleAmend', args: { id, was: come, now: { ...come, name: 'Long van' } } });
    await serik.settle();
    for (let times = 0; times < 2; times += 1) expect(await ask(act)).toBeNull();
    const [here, there] = await stands();
    expect([here, there].map((rows) => rows?.filter(({ status }) => status === 'open').length)).toEqual([0, steps + 1]);
    expect(there).toHaveLength(steps + 1);
    if (come !== undefined) expect(there?.map(({ name }) => name)).toContain('Long van');
  }
});

test('14.4 a coordinator sees how much goes into a vehicle, and neither its name nor its plate; somebody’s own car stays', async () => {
  writeVehicle(null);
  const own = writeVehicle(dana.me().member);
  await dana.settle();
  const answer = await askBranches(server, marat);
  assert(typeof answer !== 'string', 'a coordinator is answered');
  expect(answer.text).toContain('"unit":"portion"');
  expect(answer.text).not.toMatch(/Aidar|ABC/);
  expect(await ask({ vehicle: { from: home, vehicle: own, to: zerendi } })).toBe('notYours');
  expect(await held(serik, 'vehicle')).toEqual([]);
});

test('14.6 drivers come by a coordinator’s links, each by one of their own, and say their own names', async () => {
  const secrets = ['abcdefgh2345', 'bcdefgh23456'];
  const expiresAt = server.clock.now() + 3_600_000;
  for (const secret of secrets)
    expect(await ask({ invite: { branch: zerendi, id: inviteIdOf(sha256, secret), expiresAt } })).toBeNull();
  for (const secret of secrets) {
    const guest = server.phone();
    expect((await guest.enrol(secret, 'Ruslan')).ok).toBe(true);
    expect(guest.me()).toMatchObject({ branch: zerendi, role: 'driver', isWaiting: false });
  }
});

test('14.6 nobody else has anything done, nor a coordinator who was revoked, and nothing in a branch that is not there', async () => {
  const notice = { branches: [zerendi], fields: FIELDS };
  expect(await ask({ notice }, dana)).toBe('notFound');
  expect(await ask({ notice: { ...notice, branches: ['nowhere1' as BranchId] } })).toBe('notFound');
  expect(await ask({})).toBe('malformed');
  dana.write({ name: 'deviceRevoke', args: { device: marat.device as string as RowId } });
  await dana.settle();
  expect(await ask({ notice })).toBe('notFound');
  expect(await held(serik, 'notice')).toEqual([]);
});
