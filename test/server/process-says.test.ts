import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { startServer } from '#test/e2e/support/server.ts';

const LIMIT_MS = 120_000;
vi.setConfig({ testTimeout: LIMIT_MS });

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe('what a server says', () => {
  test('with a permanent address, that phones can enrol there, and its link leads there', async () => {
    const address = 'https://food.example.org';
    const open = await startServer({ PUBLIC_URL: address });
    await open.hears(new RegExp(`^${address}/enrol#[0-9a-z]{12}$`, 'm'));
    expect(open.said()).toContain(`Phones can enrol at ${address}\n`);
    await open.remove();
  });

  test('of a bug that nobody caught where it was, and nothing that was in hand', async () => {
    const bug = "setImmediate(() => { throw new Error('cannot store Aigerim'); });";
    const script = `import { endOnBugs } from './src/server/crash.ts'; endOnBugs(); ${bug}`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await ended(child)).toBe(1);
    expect(said).toContain('"event":"crash"');
    expect(said).not.toContain('Aigerim');
  });
});

describe('a demonstration', () => {
  test('prints a link for an organiser and for two drivers, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-demo-test-'));
    const env = { ...process.env, PORT: '0', TMPDIR: folder, DATA_DIR: join(folder, 'never') };
    const child = spawn(process.execPath, ['src/server/main.ts', '--demo'], { env });
    let said = '';
    const links = () => said.match(/http:\/\/localhost:\d+\/enrol#[0-9a-z]{12}\n/g) ?? [];
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (links().length === 3) resolve();
      });
    });
    expect(await readdir(folder)).toHaveLength(1);
    const gone = ended(child);
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('a server that is set up wrongly', () => {
  test('names each mistake in a sentence of its own, and touches nothing', async () => {
    const folder = join(tmpdir(), 'dastarkhan-never');
    const env = { ...process.env, PORT: 'eighty', PUBLIC_URL: 'http://food.example.org', DATA_DIR: folder };
    const child = spawn(process.execPath, ['src/server/main.ts'], { env });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await ended(child);
    expect(code).toBe(1);
    const [first, ...mistakes] = said.trim().split('\n');
    expect(first).toBe('The server was not started, and nothing was touched.');
    expect(mistakes.map((line) => line.split(' ')[0])).toEqual(['PORT', 'PUBLIC_URL']);
    expect(existsSync(folder)).toBe(false);
  });
});
