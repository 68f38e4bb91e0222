import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packFiles } from '../../../src/setup/pack-files.mjs';
import { createTestApp } from '#test/support/test-app.ts';

const SCRIPT = 'export const tea = "piyala";\n'.repeat(200);

let folder: string;
let ask: (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Response>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-static-'));
  await mkdir(join(folder, 'app', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'beside the app');
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html><div id="root"></div>');
  await writeFile(join(folder, 'app', '.built-from'), 'hash');
  await writeFile(join(folder, 'app', 'service-worker.js'), SCRIPT);
  await writeFile(join(folder, 'app', 'manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'app', 'assets', 'index-Ab12.js'), SCRIPT);
  await writeFile(join(folder, 'app', 'assets', 'qr-reader-worker-Cd34.js'), SCRIPT);
  await packFiles(join(folder, 'app'));
  const app = createTestApp({ staticFolder: join(folder, 'app') });
  ask = async (path, headers = {}, method = 'GET') => app.request(path, { headers, method });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built app', () => {
  test.each(['/', '/index.html', '/enrol', '/run/0123456789abcdef.7', '/run/0123456789abcdef.7.12/stop/3'])(
    'opens at %s',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('id="root"');
    },
  );

  test.each([
    '/assets/index-Gone.js',
    '/assets/index-Ab12.js.br',
    '/assets/anything',
    '/icons/gone.png',
    '/.built-from',
    '/robots.txt',
  ])('is not sent in place of %s, which is not there', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
  ])('is all that a path can reach: %s', async (path) => {
    expect(await (await ask(path)).text()).not.toContain('beside the app');
  });

  test('hashed files are kept for ever; the page, the worker and the manifest are asked for each time', async () => {
    expect((await ask('/assets/index-Ab12.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/manifest.webmanifest')).headers.get('content-type')).toContain('manifest+json');
  });

  test('travels packed to whoever takes that, and is the same file when unpacked', async () => {
    const brotli = await ask('/assets/index-Ab12.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(SCRIPT);
    const gzip = await ask('/assets/index-Ab12.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(SCRIPT);
    const plain = await ask('/assets/index-Ab12.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  test('is not sent again to whoever has it; another packing is another thing', async () => {
    const packing = { 'accept-encoding': 'br' };
    const etag = (await ask('/service-worker.js', packing)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+-br"$/);
    const again = await ask('/service-worker.js', { ...packing, 'if-none-match': `W/"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await ask('/service-worker.js', { 'if-none-match': etag })).status).toBe(200);
  });

  test('HEAD tells of a file without sending it', async () => {
    const response = await ask('/service-worker.js', {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(SCRIPT.length));
    expect(await response.text()).toBe('');
  });
});
