import { afterEach, beforeEach, expect, test } from 'vitest';
import { assert } from '#lib/assert.ts';
import { numberToDay } from '#domain/days.ts';
import { type Body, type Row, rowKeyText } from '#domain/rows.ts';
import { actOf } from '#domain/branches-act.ts';
import type { BranchId, Count, RowId } from '#domain/scalars.ts';
import { toldToCoordinators } from '#domain/told-to-coordinators.ts';
import { MAX_SIEVED_ROWS } from '#protocol/bounds.ts';
import { branchesHeld, branchMemory, dropBranches } from '#store/branch-memories.ts';
import { passOn } from '#store/pass-on.ts';
import { readBranches } from '#sync/read-branches.ts';
import { allRows } from '#test/store/support/test-store.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { layRows } from '#test/support/planted.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { enrolledPhone, type RealPhone } from './support/real-phone.ts';

let server: TestServer;
let zerendi: BranchId;
let dana: TestPhone;
let serik: TestPhone;
let marat: RealPhone;
beforeEach(async () => {
  server = await startTestServer();
  zerendi = await server.openBranch('Zerendi');
  dana = await server.enrolled('organiser', 'Dana');
  serik = await server.enrolled('organiser', 'Serik', zerendi);
  marat = await enrolledPhone(server, 'coordinator', 'Marat');
});
afterEach(() => server.stop());

async function readAll(phone: RealPhone = marat): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const read = await readBranches(phone.store, phone.ports);
    assert(read.type === 'done', 'the branches were read');
    if (!read.isMore) return;
  }
  throw new Error('there was always more');
}

/** What the phone holds of a branch. */
async function heldOf(branch: BranchId): Promise<ReadonlyMap<string, unknown>> {
  const memory = await branchMemory(marat.store, branch);
  assert(memory !== null, 'the memory of the branch opens');
  return allRows(memory);
}

/** What a coordinator may know of what this organiser knows. */
function toldOf(organiser: TestPhone): ReadonlyMap<string, unknown> {
  const today = numberToDay(Math.floor(server.clock.now() / (24 * 60 * 60 * 1000)));
  const dayOf = (id: RowId) => bodyOf<Body<'delivery'>>(organiser, 'delivery', id)?.on;
  const told = [...organiser.rows.values()].flatMap((row) => toldToCoordinators(row as Row, today, dayOf) ?? []);
  return new Map(told.map((row) => [rowKeyText(row), row.body]));
}

async function aMorning(organiser: TestPhone): Promise<void> {
  const tea = writeItem(organiser, 'Tea');
  const place = writeCheckpoint(organiser, '7', 'Post', { landmark: 'hidden' });
  const run = writeRun(organiser, { driver: organiser.me().member, places: [place], item: tea, label: 'Hidden' });
  organiser.write({ name: 'runDepart', args: { run, loaded: [] } });
  organiser.write(delivery(place, tea, { run, stop: 0, note: 'hidden' }));
  await organiser.settle();
}

test('14 a coordinator’s phone holds of every branch what it may know, each by itself, and follows what changes', async () => {
  for (const organiser of [dana, serik]) await aMorning(organiser);
  await readAll();
  expect(await branchesHeld(marat.store)).toEqual([dana.me().branch, zerendi].toSorted());
  for (const organiser of [dana, serik]) expect(await heldOf(organiser.me().branch)).toEqual(toldOf(organiser));
  expect((await heldOf(zerendi)).size).toBeGreaterThan(4);
  serik.write({ name: 'checkpointClose', args: { id: serik.rowId(3) } });
  await serik.settle();
  await readAll();
  expect(await heldOf(zerendi)).toEqual(toldOf(serik));
  const burabay = await server.openBranch('Burabay');
  await readAll();
  expect(await branchesHeld(marat.store)).toContain(burabay);
  expect((await heldOf(burabay)).size).toBe(1);
});

test('14 after a restored backup it holds what the server holds, and nothing of what was undone', async () => {
  await aMorning(serik);
  const copy = await server.keepCopy();
  writeItem(serik, 'Bread');
  await serik.settle();
  await readAll();
  const before = (await heldOf(zerendi)).size;
  await server.goBackTo(copy);
  await marat.settle();
  await readAll();
  expect((await heldOf(zerendi)).size).toBe(before - 1);
  await serik.settle();
  await readAll();
  expect(await heldOf(zerendi)).toEqual(toldOf(serik));
});

test('14.3 much that is not for coordinators is passed over in several answers, some without a row, and what lies behind it comes', async () => {
  const contact = { heardAt: 0, throughNumber: 1, notices: null };
  const hidden = (number: number): Row => ({ kind: 'contact', id: `anyphone.${number}` as RowId, body: contact });
  const count = MAX_SIEVED_ROWS * 2 + 1;
  await layRows(
    server,
    zerendi,
    Array.from({ length: count }, (_, number) => hidden(number)),
  );
  const tea = writeItem(serik, 'Tea');
  await serik.sync();
  const answers: boolean[] = [];
  while (answers.at(-1) !== false) {
    const read = await readBranches(marat.store, marat.ports);
    assert(read.type === 'done' && answers.length < 9, 'the reading goes on and ends');
    answers.push(read.isMore);
    expect((await heldOf(zerendi)).has(`item/${tea}`)).toBe(!read.isMore);
  }
  expect(answers).toEqual([true, true, false]);
});

test('14.6 what it lends stands in the other branch at once, and is closed in its own, as its phone sees too', async () => {
  const fields = {
    name: 'Van of Aidar',
    registration: '123 ABC 03',
    capacity: { count: 60_000 as Count, unit: 'portion' },
    keepsHot: true,
    driver: null,
  };
  const vehicle = dana.rowId(dana.write({ name: 'vehicleCreate', args: { fields } }));
  await dana.settle();
  await readAll();
  expect(JSON.stringify([...(await heldOf(dana.me().branch))])).not.toMatch(/Aidar|ABC/);
  const act = actOf({ vehicle: { from: dana.me().branch, vehicle, to: zerendi } });
  expect(await readBranches(marat.store, marat.ports, act)).toMatchObject({ type: 'done', refused: null });
  await readAll();
  await dana.settle();
  await serik.settle();
  for (const organiser of [dana, serik]) expect(await heldOf(organiser.me().branch)).toEqual(toldOf(organiser));
  // Whoever did not hear the answer asks again.
  expect(await readBranches(marat.store, marat.ports, act)).toMatchObject({ type: 'done', refused: null });
  await serik.settle();
  expect([...serik.rows.values()].filter(({ kind }) => kind === 'vehicle')).toHaveLength(1);
});

test('14 a correction is held as long as the delivery that it corrects', async () => {
  const tea = writeItem(serik, 'Tea');
  const place = writeCheckpoint(serik, '7', 'Post');
  const delivered = serik.rowId(serik.write(delivery(place, tea)));
  serik.write({ name: 'deliveryWithdraw', args: { delivery: delivered, note: '' } });
  await serik.settle();
  await readAll();
  const kinds = async () => new Set([...(await heldOf(zerendi)).keys()].map((key) => key.split('/')[0]));
  expect([...(await kinds())]).toEqual(expect.arrayContaining(['delivery', 'correction']));
  server.clock.move(8 * 24 * 60 * 60 * 1000);
  writeItem(serik, 'Bread');
  await serik.settle();
  await readAll();
  for (const kind of ['delivery', 'correction']) expect(await kinds()).not.toContain(kind);
});

test('what was read goes with the phone’s right to it: revoked, or passed on to somebody else', async () => {
  await aMorning(serik);
  await readAll();
  const memory = await branchMemory(marat.store, zerendi);
  const device = (await marat.store.identity())?.device as string as RowId;
  dana.write({ name: 'deviceRevoke', args: { device } });
  await dana.settle();
  expect(await marat.round()).toMatchObject({ type: 'failed', trouble: 'revoked' });
  await readAll();
  expect(await branchesHeld(marat.store)).toEqual([]);
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: memory?.database.name }));

  const other = await enrolledPhone(server, 'coordinator', 'Aigerim');
  await readAll(other);
  const held = await branchMemory(other.store, zerendi);
  expect((await passOn(other.store)).ok).toBe(true);
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: held?.database.name }));
});

test('a branch whose memory does not open fails the reading, the others are read, and it goes with the right to it all the same', async () => {
  await aMorning(dana);
  const name = `${marat.store.ports.name}-branch-${zerendi}`;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 1_000_000);
    request.addEventListener('error', () => reject(new Error('not opened')));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
  expect(await readBranches(marat.store, marat.ports)).toMatchObject({ type: 'failed', trouble: 'storageLost' });
  expect(await heldOf(dana.me().branch)).toEqual(toldOf(dana));
  expect(await branchesHeld(marat.store)).toContain(zerendi);
  await dropBranches(marat.store);
  expect(await branchesHeld(marat.store)).toEqual([]);
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name }));
});

test('7.1 an answer that is not the enrolled server’s own, to this very question, changes nothing', async () => {
  await readAll();
  const before = await heldOf(zerendi);
  await aMorning(serik);
  let answered: Promise<Response> | undefined;
  const real = (path: string, init: RequestInit) => Promise.resolve(server.app().request(path, init));
  marat.wire.stranger = async (path, init) => (answered ??= real(path, init)).then((response) => response.clone());
  // The first one is right; the same again answers an older question.
  await readAll();
  const now = await heldOf(zerendi);
  expect(now.size).toBeGreaterThan(before.size);
  expect(await readBranches(marat.store, marat.ports)).toMatchObject({ type: 'failed', trouble: 'notOurServer' });
  expect(await heldOf(zerendi)).toEqual(now);
});
