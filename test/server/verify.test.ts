import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowId } from '#domain/scalars.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { type Verified, verifyDatabase } from '#server/verify/verify.ts';
import { delivery, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const verify = async (file: string): Promise<Verified> => {
  const surveys = sqliteSurveys(file);
  const verified = await verifyDatabase(surveys, { sha256, verify: createVerify() });
  await surveys.close();
  return verified;
};

/** A day with everything in it: refused, deferred and then applied, withdrawn, of a fork, of a revoked phone, tidied. */
async function aDay(server: TestServer): Promise<void> {
  const organiser = await server.enrolled('organiser', 'Aigerim');
  const [driver, other] = [await server.enrolled('driver', 'Dauren'), await server.enrolled('driver', 'Saule')];
  const tea = writeItem(organiser, 'Tea');
  const places = ['7', '8'].map((code) => writeCheckpoint(organiser, code, `Place ${code}`));
  const run = writeRun(organiser, { driver: driver.me().member, places, item: tea });
  await organiser.settle();
  for (const place of places) driver.write(delivery(place, tea, { run, stop: places.indexOf(place) }));
  driver.write({ name: 'deliveryWithdraw', args: { delivery: driver.rowId(2), note: '' } });
  driver.write({ name: 'runCancel', args: { run, reason: '' } });
  other.write({ name: 'deliveryWithdraw', args: { delivery: driver.rowId(3), note: '' } });
  other.write({ name: 'runAccept', args: { run: organiser.rowId(organiser.log.length + 1) } });
  await other.settle();
  await driver.settle();
  organiser.write({ name: 'runAssign', args: { run, driver: other.me().member } });
  await organiser.settle();
  await other.settle();
  organiser.write({ name: 'deviceRevoke', args: { device: driver.device as string as RowId } });
  await organiser.settle();
  driver.write(delivery(places[0] as RowId, tea));
  await driver.sync();
  server.clock.move(40 * 24 * 60 * 60 * 1000);
  await server.engine().tidy(server.clock.now());
}

describe('verify', () => {
  let server: TestServer;
  let folder: string;
  let whole: string;
  let file: string;
  beforeAll(async () => {
    server = await startTestServer();
    await aDay(server);
    folder = await mkdtemp(join(tmpdir(), 'dastarkhan-verify-'));
    whole = join(folder, 'whole.sqlite');
    await server.restart(() => copyFile(server.file, whole));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    file = join(folder, 'tampered.sqlite');
    await copyFile(whole, file);
  });
  afterEach(() => rm(file, { force: true }));

  test('finds nothing wrong after a day with everything in it, while the server serves', async () => {
    const database = new DatabaseSync(whole, { readOnly: true });
    const seen = database.prepare('SELECT DISTINCT status FROM log').all();
    const aside = database.prepare('SELECT DISTINCT reason FROM kept_aside').all();
    const waited = database.prepare("SELECT 1 FROM branch_commit WHERE entries LIKE '%waitsForEntry%'").all();
    database.close();
    expect([seen.length, aside.length, waited.length]).toEqual([2, 1, 1]);
    const verified = await verify(server.file);
    expect(verified.findings).toEqual([]);
    expect(verified).toMatchObject({ findingCount: 0 });
    expect(verified.commits).toBeGreaterThan(8);
    expect(verified.entries).toBeGreaterThan(12);
    expect(verified.signatures).toBeGreaterThan(5);
    expect(verified.told).toBeGreaterThan(verified.rows);
  });

  const anEntry = "device = (SELECT device FROM log WHERE status = 'applied' AND number = 3 LIMIT 1) AND number = 3";
  const aDelivery = "audience LIKE 'organisers:%' AND kind = 'delivery'";
  test.each<readonly [string, string, string]>([
    ['a commit is dated back', 'UPDATE branch_commit SET at = at - 1 WHERE number > 20', 'chainBroken'],
    [
      'a commit is taken out',
      'DELETE FROM branch_commit WHERE number = (SELECT min(number) FROM branch_commit WHERE number > 9)',
      'chainBroken',
    ],
    [
      'the last commit is taken back',
      'DELETE FROM branch_commit WHERE number = (SELECT max(number) FROM branch_commit)',
      'historyElsewhere',
    ],
    ['an entry is taken out', `DELETE FROM log WHERE ${anEntry}`, 'entryMissing'],
    ['an entry is changed', `UPDATE log SET entry = CAST(entry || x'00' AS BLOB) WHERE ${anEntry}`, 'logBroken'],
    [
      'a refusal becomes a success',
      "UPDATE log SET status = 'applied', code = NULL WHERE status = 'rejected'",
      'outcomeChanged',
    ],
    [
      'an entry is put in',
      `INSERT INTO log SELECT device, 999, branch, hash, entry, status, code, version, received_at, waits_for FROM log WHERE ${anEntry}`,
      'entryUnnamed',
    ],
    [
      'a signature is another’s',
      'UPDATE segment SET signature = (SELECT signature FROM segment ORDER BY device DESC LIMIT 1) WHERE first_number = 1',
      'forged',
    ],
    [
      'a phone’s log is said to go on',
      'UPDATE device SET stored_through = stored_through + 1 WHERE stored_through > 2',
      'deviceElsewhere',
    ],
    [
      'an amount is changed in a row',
      "UPDATE state SET body = replace(body, '10000', '90000') WHERE kind = 'delivery'",
      'feedDiffers',
    ],
    ['a row is spoilt', "UPDATE state SET body = '{}' WHERE kind = 'item'", 'rowUnreadable'],
    ['a row is hidden from organisers', `DELETE FROM feed WHERE ${aDelivery}`, 'feedLacks'],
    [
      'a row is told to whom it is not for',
      "INSERT INTO feed SELECT branch, 'volunteers:' || id, kind, id, number, body, device, mutation FROM feed WHERE kind = 'member' AND audience LIKE 'organisers:%'",
      'feedDiffers',
    ],
    ['a number is beyond the last', 'UPDATE state SET version = 1000000', 'numberBeyond'],
  ])('finds it when %s', async (_what, sql, code) => {
    const database = new DatabaseSync(file);
    const { changes } = database.prepare(sql).run();
    database.close();
    expect(Number(changes)).toBeGreaterThan(0);
    const { findings, findingCount } = await verify(file);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(findingCount).toBeGreaterThanOrEqual(findings.length);
    expect(JSON.stringify(findings)).not.toMatch(/Aigerim|Dauren|Saule|Tea|Place/);
  });
});
