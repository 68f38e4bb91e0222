import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { catchUpSums } from '#server/report/catch-up.ts';
import { reportOf } from '#server/report/report.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { amount, delivery, TODAY, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let dana: TestPhone;
let run: RowId;
let bread: RowId;
let post: RowId;

beforeEach(async () => {
  server = await startTestServer();
  dana = await server.enrolled('organiser', 'Dana');
  bread = writeItem(dana, 'Bread');
  post = writeCheckpoint(dana, '7', 'Post', { district: 'Zerendi' });
  run = writeRun(dana, { driver: null, places: [post], item: bread });
  dana.write({ name: 'runDepart', args: { run, loaded: [] } });
  dana.write(delivery(post, bread, { run, stop: 0, lines: [amount(bread, 8)] }));
  await dana.settle();
});
afterEach(() => server.stop());

const make = (mutation: Parameters<TestPhone['write']>[0]) => dana.rowId(dana.write(mutation));

function pledge(): RowId {
  const sponsor = make({ name: 'sponsorCreate', args: { fields: { name: '=Ak Nan', language: 'kk' } } });
  const days = { from: TODAY, until: TODAY };
  const fields = { sponsor, ...amount(bread, 40), ...days, window: null, district: '', need: null };
  return make({ name: 'pledgeMake', args: { fields } });
}

/** By district and by sponsor: what is delivered, after all that is committed now. */
async function told(): Promise<readonly (readonly [string, number])[]> {
  await dana.settle();
  const storage = sqliteStorage(server.file);
  const [branch] = await storage.branches();
  if (branch === undefined) return [];
  const ask = async (by: 'district' | 'sponsor') => {
    const question = { from: TODAY, to: TODAY, by, sponsor: null, item: null, district: null };
    const { report, sponsorNames } = await reportOf(storage, branch, question);
    return report.lines.map(({ group, delivered }) => [sponsorNames.get(group) ?? group, delivered] as const);
  };
  const lines = [...(await ask('district')), ...(await ask('sponsor'))].filter(([, delivered]) => delivered > 0);
  expect(await catchUpSums(storage, branch)).toBe(0);
  await storage.close();
  return lines.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

test('the report follows a load that is said afterwards, a correction, a place’s district, and a delivery taken back', async () => {
  expect(await told()).toEqual([
    ['Zerendi', 8_000],
    ['own', 8_000],
  ]);
  dana.write({ name: 'runLoad', args: { run, lines: [{ pledge: pledge(), count: amount(bread, 5).count }] } });
  expect(await told()).toEqual([
    ['=Ak Nan', 4_000],
    ['Zerendi', 8_000],
    ['own', 4_000],
  ]);
  const recorded = dana.rowId(dana.log.length - 3);
  expect(dana.rows.get(`delivery/${recorded}`)).toBeDefined();
  const corrected = { delivery: recorded, lines: [amount(bread, 2)], reason: null, note: '' };
  dana.write({ name: 'deliveryCorrect', args: corrected });
  expect(await told()).toContainEqual(['Zerendi', 2_000]);
  const place = {
    name: 'Post',
    code: '7',
    otherNames: null,
    landmark: '',
    district: 'Burabay',
    phone: null,
    position: null,
  };
  dana.write({ name: 'checkpointAmend', args: { id: post, fields: place } });
  expect(await told()).toContainEqual(['Burabay', 2_000]);
  dana.write({ name: 'deliveryWithdraw', args: { delivery: recorded, note: '' } });
  expect(await told()).toEqual([]);
});

test('the operator gets it as a table while the server serves, in which no name runs as a formula', async () => {
  dana.write({ name: 'runLoad', args: { run, lines: [{ pledge: pledge(), count: amount(bread, 5).count }] } });
  await dana.settle();
  const environment = { DATA_DIR: dirname(server.file) };
  const made = await operatorCommand('report', ['--since', TODAY, '--until', TODAY], environment);
  expect(made).toMatchObject({ code: 0 });
  expect(made.said.replaceAll('\r', '')).toBe(
    [
      '\ufeffbranch,by,item,unit,promised,loaded,delivered,left over,on the way',
      ",'=Ak Nan,Bread,l,40,5,4,0,1",
      ",kitchen's own,Bread,l,,,4,,",
      '',
    ].join('\n'),
  );
  const wrong = await operatorCommand('report', ['--since', '2026-02-31', '--by', 'person'], environment);
  expect(wrong.code).toBe(1);
  expect(wrong.said.split('\n')).toHaveLength(5);
});
