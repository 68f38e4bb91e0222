import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SERVER } from '#test/support/tested-programs.ts';

vi.setConfig({ testTimeout: 60_000 });
const UNSAFE = /\n\s+at |node:internal|Error:/;

let folder: string;
let running: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-start-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function launch(environment: Readonly<Record<string, string>>, args: readonly string[] = []): ChildProcess {
  const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment };
  const child = spawn(process.execPath, [SERVER, ...args], { env });
  running.push(child);
  return child;
}

/** What it said before it ended, and its code. */
type Refusal = { readonly code: number | null; readonly said: string };

function refused(child: ChildProcess): Promise<Refusal> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** Its address, once it has named it, or how it ended before that. */
function fateOf(child: ChildProcess): Promise<string | Refusal> {
  const named = new Promise<string>((resolve) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  return Promise.race([named, refused(child)]);
}

async function addressOf(child: ChildProcess): Promise<string> {
  const fate = await fateOf(child);
  if (typeof fate === 'string') return fate;
  throw new Error(`It ended before it named an address. It said:\n${fate.said}`);
}

function occupyPort(): Promise<{ readonly port: number; readonly server: Server }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const at = server.address();
      resolve({ server, port: typeof at === 'object' && at !== null ? at.port : 0 });
    });
  });
}

describe('a server that cannot start says why in plain words, and what to do', () => {
  test('when the port is taken', async () => {
    const { port, server } = await occupyPort();
    const { code, said } = await refused(launch({ PORT: String(port) }));
    server.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).not.toMatch(UNSAFE);
  });

  test('when it is given something that it does not know, before it touches anything', async () => {
    const { code, said } = await refused(launch({}, ['--dmo']));
    expect(code).toBe(1);
    expect(said).toContain('nothing was touched');
    expect(said).toContain('--dmo');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test.each<readonly [string, string, () => Promise<unknown>]>([
    ['the folder is a file', 'cannot be written to', () => writeFile(join(folder, 'data'), '')],
    [
      'the database is none',
      'could not be opened',
      () => mkdir(join(folder, 'data')).then(() => writeFile(databaseFile(), 'x'.repeat(5_000))),
    ],
    ['the database is newer', 'newer version of the program', makeNewerDatabase],
  ])('when %s', async (_what, sentence, spoil) => {
    await spoil();
    const { code, said } = await refused(launch({}));
    expect(code).toBe(1);
    expect(said).toContain('no data was lost');
    expect(said).toContain(sentence);
    expect(said).not.toMatch(UNSAFE);
  });

  test('when PostgreSQL is not there', async () => {
    const { port, server } = await occupyPort();
    server.close();
    const { code, said } = await refused(launch({ DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none` }));
    expect(code).toBe(1);
    expect(said).toContain('PostgreSQL');
    expect(said).not.toMatch(UNSAFE);
  });
});

function databaseFile(): string {
  return join(folder, 'data', 'dastarkhan.sqlite');
}

async function makeNewerDatabase(): Promise<void> {
  await mkdir(join(folder, 'data'));
  const database = new DatabaseSync(databaseFile());
  database.exec('PRAGMA user_version = 1000');
  database.close();
}

describe('a server that runs', () => {
  test('goes on when nobody reads what it says any more', async () => {
    const child = launch({});
    const address = await addressOf(child);
    child.stdout?.destroy();
    child.stderr?.destroy();
    for (let count = 0; count < 5; count += 1) expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(child.exitCode).toBe(null);
  });

  test('has its folder for itself: of two that start on the same empty one at once, one founds and the other says why it stops', async () => {
    const fates = await Promise.all([launch({}), launch({})].map(fateOf));
    const [first, ...others] = fates.filter((fate) => typeof fate === 'string');
    const [stopped] = fates.filter((fate) => typeof fate !== 'string');
    expect(others).toEqual([]);
    expect(stopped?.code).toBe(1);
    expect(stopped?.said).toContain('Another Dastarkhan serves from');
    expect(stopped?.said).toContain('no data was lost');
    expect(stopped?.said).not.toMatch(UNSAFE);
    expect((await fetch(`${first}/healthz`)).status).toBe(200);
  });

  test('leaves its folder to the next one, however it ended', async () => {
    const killed = launch({});
    await addressOf(killed);
    const gone = new Promise((resolve) => killed.once('exit', resolve));
    killed.kill('SIGKILL');
    await gone;
    expect(await addressOf(launch({}))).toContain('localhost');
  });
});
