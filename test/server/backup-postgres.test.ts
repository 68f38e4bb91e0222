import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { createVerify, nodeRandom } from '#server/auth/node-crypto.ts';
import { createEngine, type Engine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import { silentLog } from '#server/log.ts';
import { nodeTimer } from '#server/node-timer.ts';
import { makeOperatorInvite } from '#server/operator-invite.ts';
import { postgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { delivery, idsOf, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import type { TestPostgres } from '#test/support/test-postgres.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const clock = { now: () => Date.now() };
const ports = { clock, random: nodeRandom, verify: createVerify() };
const isDumpInstalled = spawnSync('pg_dump', ['--version']).status === 0;

let postgres: TestPostgres;
let folder: string;
let engine: Engine;
let organiser: TestPhone;
let place: RowId;
let tea: RowId;

/** Goes on with another database, as a server does that is started with another address. */
const serve = async (url: string) => {
  engine = await createEngine(await postgresStorage(url), ports);
};
const ask = async (path: string, init: RequestInit) =>
  createApp({ engine, ...ports, timer: nodeTimer, log: silentLog, scheme: 'https', staticFolder: 'public' }).request(
    path,
    init,
  );

beforeEach(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-dump-'));
  await serve(postgres.url);
  organiser = testPhone(ask, clock);
  await organiser.enrol(await makeOperatorInvite(engine, ports, 'organiser'));
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
});
afterEach(async () => {
  await engine.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

async function command(name: 'backup' | 'restore' | 'verify', args: readonly string[], url: string, path?: string) {
  const environment = { DATABASE_URL: url, DATA_DIR: join(folder, 'data') };
  return operatorCommand(name, args, path === undefined ? environment : { ...environment, PATH: path });
}

describe('a PostgreSQL database', () => {
  test('whose programs are not installed is not backed up, and the operator is told what to install', async () => {
    const file = join(folder, 'monday.dump');
    const { code, said } = await command('backup', ['--to', file], postgres.url, folder);
    expect(code).toBe(1);
    expect(said).toContain('apt-get install -y postgresql-client');
    expect(existsSync(file)).toBe(false);
    expect(await organiser.sync()).toMatchObject({ ok: true, acknowledgement: { backedUpThrough: 0 } });
  });

  // Where PostgreSQL is not installed the one above is all that can be shown.
  const drill = async () => {
    const file = join(folder, 'monday.dump');
    expect(await command('backup', ['--to', file], postgres.url)).toMatchObject({ code: 0 });
    expect((await stat(file)).mode & 0o077).toBe(0);
    const safe = await organiser.sync();
    expect(safe).toMatchObject({ ok: true, acknowledgement: { backedUpThrough: 3, storedThrough: 3 } });
    organiser.write(delivery(place, tea));
    await organiser.settle();
    const { epoch } = organiser.position;

    expect(await command('restore', ['--from', file], postgres.url)).toMatchObject({ code: 1 });
    const { url, stop } = await startPostgres();
    onTestFinished(stop);
    expect(await command('restore', ['--from', file], url)).toMatchObject({ code: 0 });
    expect(await command('verify', [], url)).toMatchObject({ code: 0 });
    await engine.close();
    await serve(url);
    await organiser.sync({ request: { segment: await organiser.segment(4) } });
    await organiser.settle();
    expect(organiser.position.epoch).not.toBe(epoch);
    expect(idsOf(organiser, 'delivery')).toEqual([organiser.rowId(4)]);
  };

  test(
    isDumpInstalled
      ? '7.3 10.5 a drill: dumped while serving, the phones are told, restored into an empty database, healed'
      : 'says that there is no server here to drill with',
    async () => {
      if (isDumpInstalled && postgres.kind === 'server') await drill();
      else expect(postgres.kind === 'pglite' || !isDumpInstalled).toBe(true);
    },
  );
});
