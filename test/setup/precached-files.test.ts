import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { precachedFiles, withList } from '../../src/setup/precached-files.mjs';

const NO_SETS = new Map<string, readonly string[]>();
const LARGEST_BYTES = 4 * 1024 * 1024;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-built-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function built(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), `what is in ${name}`);
  }
}

async function listed(): Promise<readonly string[]> {
  return (await precachedFiles(folder, NO_SETS)).map(({ url }) => url);
}

test('a phone keeps whatever the pages need, in the same order wherever the app is built', async () => {
  const needed = [
    'assets/app-1.js',
    'assets/base-1.css',
    'assets/reader-1.wasm',
    'assets/text-1.woff2',
    'before-paint.js',
    'icons/badge.png',
    'icons/favicon.svg',
    'index.html',
    'manifest.webmanifest',
  ];
  await built(...needed.toReversed());
  expect(await listed()).toEqual(needed);
});

test('what only the system, the README or the server needs is left out, and so are the worker itself and what is packed', async () => {
  await built(
    'icons/apple-touch-icon.png',
    'icons/icon-192.png',
    'icons/icon-512.png',
    'icons/icon.svg',
    'icons/maskable-512.png',
    'icons/maskable.svg',
    'icons/monochrome.svg',
    'pictures/driver-unsent.png',
    'service-worker.js',
    'assets/app-1.js.br',
    'assets/app-1.js.gz',
    'assets/app-1.js.map',
    '.built-from',
  );
  expect(await listed()).toEqual([]);
  await built('assets/service-worker.js', 'assets/icon.svg');
  expect(await listed()).toEqual(['assets/icon.svg', 'assets/service-worker.js']);
});

test('every file has the hash that the browser holds it to, and a revision where its name says nothing of its content', async () => {
  await built('assets/app-1.js', 'index.html');
  const hash = (name: string) => createHash('sha256').update(`what is in ${name}`).digest('base64');
  const [script, page, ...more] = await precachedFiles(folder, NO_SETS);
  expect(script).toEqual({ url: 'assets/app-1.js', revision: null, integrity: `sha256-${hash('assets/app-1.js')}` });
  expect(page).toMatchObject({ url: 'index.html', integrity: `sha256-${hash('index.html')}` });
  expect(page?.revision).toMatch(/^[0-9a-f]{32}$/);
  expect(more).toEqual([]);
  await writeFile(join(folder, 'index.html'), 'another page');
  const [sameScript, otherPage] = await precachedFiles(folder, NO_SETS);
  expect(sameScript).toEqual(script);
  expect(otherPage?.revision).not.toBe(page?.revision);
});

test('a file says to which sets it belongs, and an everybody’s one says nothing', async () => {
  await built('assets/board-1.js', 'index.html');
  const [board, page] = await precachedFiles(folder, new Map([['assets/board-1.js', ['organiser', 'sponsor']]]));
  expect(board?.sets).toEqual(['organiser', 'sponsor']);
  expect(page).not.toHaveProperty('sets');
});

test('a file that is too large for a phone stops the build; one that is left out may be as large as it likes', async () => {
  await built('assets/reader-1.wasm', 'pictures/board.png');
  await truncate(join(folder, 'pictures/board.png'), LARGEST_BYTES + 1);
  await truncate(join(folder, 'assets/reader-1.wasm'), LARGEST_BYTES);
  expect(await listed()).toEqual(['assets/reader-1.wasm']);
  await truncate(join(folder, 'assets/reader-1.wasm'), LARGEST_BYTES + 1);
  await expect(precachedFiles(folder, NO_SETS)).rejects.toThrow('assets/reader-1.wasm has 4194305 bytes');
});

test('the worker’s code takes the list where it asks for it, byte by byte; a code that asks never or twice is a mistake', () => {
  const files = [{ url: 'assets/$&-1.js', revision: null, integrity: 'sha256-x' }];
  expect(withList('hold(self.PRECACHED_FILES);', files)).toBe(
    'hold([{"url":"assets/$&-1.js","revision":null,"integrity":"sha256-x"}]);',
  );
  expect(() => withList('hold([]);', files)).toThrow('once');
  expect(() => withList('hold(self.PRECACHED_FILES, self.PRECACHED_FILES);', files)).toThrow('once');
});
