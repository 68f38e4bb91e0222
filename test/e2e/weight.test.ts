import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { expect, type Response, test } from '@playwright/test';

import { type TestServer, startServer } from './support/server.ts';

const KIB = 1024;
const MOST_SCRIPT_BYTES = 150 * KIB;
const MOST_PRECACHED_BYTES = 450 * KIB;

/** The QR reader and the map are counted by themselves: they are large, and nobody waits for them. */
const COUNTED_APART = /\.wasm$|maplibre/;

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.remove());

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

test('what a phone fetches once to work with no network is at most 450 KiB as it travels, each file once', () => {
  const worker = readFileSync('dist/service-worker.js', 'utf8');
  const urls = [...worker.matchAll(/"url":"([^"]+)"/g)].flatMap(([, url]) => url ?? []);
  expect(urls).toContain('index.html');
  expect(new Set(urls).size).toBe(urls.length);
  const counted = urls.filter((url) => !COUNTED_APART.test(url));
  const bytes = counted.reduce((sum, url) => sum + gzipSync(readFileSync(`dist/${url}`)).length, 0);
  expect(bytes).toBeLessThanOrEqual(MOST_PRECACHED_BYTES);
});
