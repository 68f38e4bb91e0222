import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { expect, type Response } from '@playwright/test';

import { type TestServer, startServer } from './support/server.ts';
import { test } from './support/story.ts';

const KIB = 1024;
const MOST_SCRIPT_BYTES = 150 * KIB;
/** Unpacked, as they lie on the phone. */
const MOST_OF_EVERYBODYS_BYTES = 900 * KIB;
const MOST_OF_THE_ORGANISERS_BYTES = 650 * KIB;

/** The QR reader and the map are counted by themselves: they are large, and nobody waits for them. */
const COUNTED_APART = /\.wasm$|maplibre/;

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.remove());

test('the server serves the built app, on every route, and says that it is alive', async ({ page, request }) => {
  await page.goto(`${server.address}/some/route`);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect((await request.get(`${server.address}/healthz`)).ok()).toBe(true);
});

test('what a phone loads before the first screen is at most 150 KiB of script, compressed', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  const weigh = (response: Response): void => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  };
  page.on('response', weigh);
  await page.goto(server.address, { waitUntil: 'load' });
  // What comes later is fetched by the worker, and nobody waits for it.
  page.off('response', weigh);
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
});

test('the app begins with few files: each costs a cheap phone time when it opens, whatever its size', () => {
  const page = readFileSync('dist/index.html', 'utf8');
  const files = [...page.matchAll(/"\/assets\/[^"]+"/g)];
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThanOrEqual(6);
});

test('a driver’s phone holds at most 900 KiB to work with no network; what organisers need lies on their phones alone', () => {
  const files = listedFiles();
  expect(files.map(({ url }) => url)).toContain('index.html');
  expect(new Set(files.map(({ url }) => url)).size).toBe(files.length);
  const everybodys = files.filter(({ sets }) => sets === undefined);
  const organisers = files.filter(({ sets }) => sets?.includes('organiser'));
  expect(everybodys.filter(({ url }) => /organiser|papaparse|import-desk|sponsor\.html/.test(url))).toEqual([]);
  expect(organisers.some(({ url }) => url.includes('organiser-routes'))).toBe(true);
  expect(organisers.some(({ url }) => url.includes('import-desk-worker'))).toBe(true);
  expect(weightOf(everybodys)).toBeLessThanOrEqual(MOST_OF_EVERYBODYS_BYTES);
  expect(weightOf(organisers)).toBeLessThanOrEqual(MOST_OF_THE_ORGANISERS_BYTES);
});

test('every file that the worker holds has its hash in the list', () => {
  const files = listedFiles();
  expect(files.map(({ url }) => url)).toEqual(expect.arrayContaining(['index.html', 'manifest.webmanifest']));
  expect(files.filter(({ integrity }) => integrity === undefined)).toEqual([]);
});

type Listed = { readonly url: string; readonly integrity?: string; readonly sets?: readonly string[] };

/** The list in the built worker. */
function listedFiles(): readonly Listed[] {
  const worker = readFileSync('dist/service-worker.js', 'utf8');
  return [...worker.matchAll(/\{[^{}]*"url":"[^{}]*\}/g)].map(([entry]) => JSON.parse(entry) as Listed);
}

function weightOf(files: readonly Listed[]): number {
  return files
    .filter(({ url }) => !COUNTED_APART.test(url))
    .reduce((sum, { url }) => sum + statSync(`dist/${url}`).size, 0);
}
