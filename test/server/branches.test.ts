import { afterEach, beforeEach, expect, test } from 'vitest';
import { dirname } from 'node:path';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import { heardBy, layRows, plantedKinds, plantedRows } from '#test/support/planted.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { delivery, idsOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let zerendi: BranchId;
beforeEach(async () => {
  server = await startTestServer();
  zerendi = await server.openBranch('Zerendi');
});
afterEach(() => server.stop());

/** Short, and in no word of the program or of the tests. */
const MARK = 'q~Z~q';

test('4 whoever is of one branch never receives a byte of what another one holds, whatever they ask and write', async () => {
  const here = await Promise.all(
    (['organiser', 'driver', 'technicalSupport'] as const).map((role) => server.enrolled(role)),
  );
  const [organiser, driver] = here as [TestPhone, TestPhone];
  const neighbour = await server.enrolled('organiser', 'Neighbour', zerendi);
  const rows = plantedRows(MARK);
  await layRows(server, zerendi, rows);
  await neighbour.settle();
  const [run, told, place] = (['run', 'delivery', 'checkpoint'] as const).map((kind) => idsOf(neighbour, kind)[0]) as [
    RowId,
    RowId,
    RowId,
  ];
  organiser.write({ name: 'runAssign', args: { run, driver: driver.me().member } });
  organiser.write({ name: 'runCancel', args: { run, reason: '' } }, { branch: zerendi });
  organiser.write({ name: 'checkpointClose', args: { id: place } });
  organiser.write({ name: 'deviceRevoke', args: { device: neighbour.device as string as RowId } });
  driver.write({ name: 'deliveryCorrect', args: { delivery: told, lines: [], reason: null, note: '' } });
  driver.write(delivery(place, idsOf(neighbour, 'item')[0] as RowId, { run, stop: 0 }));
  for (const phone of [...here, ...here]) {
    await phone.settle();
    const { cursor, scope } = neighbour.position;
    expect((await phone.sync({ request: { cursor, scope } })).ok).toBe(true);
  }

  for (const phone of here) {
    expect(phone.rows.size).toBeGreaterThan(0);
    expect(heardBy(phone)).not.toContain(MARK);
    expect(heardBy(phone)).not.toContain('Zerendi');
    expect(heardBy(phone)).not.toContain('Neighbour');
  }
  // What was hidden is what the branch's own organiser is told of, kind by kind.
  const hidden = plantedKinds(rows, MARK);
  expect(hidden.length).toBeGreaterThan(20);
  for (const kind of hidden)
    expect(JSON.stringify([...neighbour.rows.values()].filter((row) => row.kind === kind))).toContain(MARK);
  // And what they wrote changed nothing there.
  expect((await neighbour.sync()).ok).toBe(true);
  expect(neighbour.rows.get(`checkpoint/${place}`)?.body).toMatchObject({ status: 'open' });
  expect(idsOf(neighbour, 'delivery')).toEqual(rows.filter(({ kind }) => kind === 'delivery').map(({ id }) => id));
});

test('8.6 an entry that names another branch than the credential is refused', async () => {
  const organiser = await server.enrolled('organiser');
  const number = organiser.write(
    { name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'l' } } },
    { branch: zerendi },
  );
  const outcomes = await organiser.settle();
  expect(outcomes).toContainEqual(expect.objectContaining({ from: number, status: 'rejected', code: 'wrongBranch' }));
});

test('two branches have days of their own, and the whole database still agrees with itself', async () => {
  for (const [name, into] of [
    ['Dana', undefined],
    ['Serik', zerendi],
  ] as const) {
    const organiser = await server.enrolled('organiser', name, into);
    const tea = writeItem(organiser, 'Tea');
    const run = writeRun(organiser, { driver: null, places: [writeCheckpoint(organiser, '7', 'Post')], item: tea });
    organiser.write({ name: 'runDepart', args: { run, loaded: [] } });
    await organiser.settle();
    expect(idsOf(organiser, 'run')).toEqual([run]);
    expect(idsOf(organiser, 'member')).toEqual([organiser.me().member]);
  }
  const surveys = sqliteSurveys(server.file);
  const verified = await verifyDatabase(surveys, { sha256, verify: createVerify() });
  await surveys.close();
  expect(verified.findings).toEqual([]);
  expect(verified.entries).toBeGreaterThan(10);
});

test('the operator opens a branch while the server serves, and whoever comes by its link is the first organiser there', async () => {
  const environment = { DATA_DIR: dirname(server.file) };
  const dana = await server.enrolled('organiser', 'Dana');
  const made = await operatorCommand('branch', ['--name', 'Burabay', '--offset', '300'], environment);
  expect(made).toMatchObject({ code: 0 });
  const secret = /enrol#([0-9a-z]{12})/.exec(made.said)?.[1] ?? '';
  const serik = server.phone();
  expect(await serik.offer(secret)).toMatchObject({ ok: true, role: 'organiser', branchName: 'Burabay' });
  await serik.enrol(secret, 'Serik');
  await serik.settle();
  expect(serik.me()).toMatchObject({ role: 'organiser', isWaiting: false });
  expect(idsOf(serik, 'member')).toEqual([serik.me().member]);
  const name = (branch: BranchId) => ({
    branch,
    name: branch === zerendi ? 'Zerendi' : branch === serik.me().branch ? 'Burabay' : '',
  });
  expect(await server.engine().branches()).toEqual([dana.me().branch, serik.me().branch, zerendi].map(name));
  // A name is one branch's.
  expect((await operatorCommand('branch', ['--name', 'Burabay'], environment)).code).toBe(1);
  const another = await operatorCommand('invite', ['--branch', serik.me().branch], environment);
  const next = server.phone();
  await next.enrol(/enrol#([0-9a-z]{12})/.exec(another.said)?.[1] ?? '', 'Aigerim');
  expect(next.me().branch).toBe(serik.me().branch);
});
