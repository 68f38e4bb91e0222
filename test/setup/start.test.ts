import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, expect, test } from 'vitest';

const SECOND_START_MS = 3_000;
const FIRST_START_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'dastarkhan-start-'));
const running = new Set<ChildProcess>();
afterEach(() => Promise.all([...running].map((child) => end(child))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

/** What `npm start` runs, without npm; resolves when the server has named its address. */
function start(): Promise<Started> {
  const env = { ...process.env, PORT: '0', HOST: 'localhost', DATA_DIR: folder };
  const child = spawn(process.execPath, ['src/setup/start.mjs'], { env });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve({ child, address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`It ended before it named an address. It said:\n${said}`)));
  });
}

/** In good order: whoever is killed outright cannot take the server along. */
function end(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

test('the second start serves the built app within three seconds', { timeout: FIRST_START_MS }, async () => {
  const first = await start();
  await end(first.child);

  const startedAt = performance.now();
  const { address } = await start();
  const tookMs = performance.now() - startedAt;
  expect(await (await fetch(address)).text()).toContain('id="root"');
  expect(tookMs).toBeLessThan(SECOND_START_MS);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the server too', { timeout: FIRST_START_MS }, async (signal) => {
  const { child, address } = await start();
  await end(child, signal);
  await expect(fetch(address)).rejects.toThrow(/fetch failed/);
});
