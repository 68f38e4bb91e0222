import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import { routes } from '#server/http/routes.ts';
import { delivery, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; object-src 'none'; " +
  "base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'; " +
  'trusted-types dastarkhan-scripts';
const PAGE = '<!doctype html><title>Dastarkhan</title>';
let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-static-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'qr-reader-worker-1a2b.js'), 'export {};');
  server = await startTestServer({ staticFolder: folder });
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string) => server.app().request(path);

describe('headers', () => {
  test.each([
    '/',
    '/run/abc.12/stop/3',
    '/assets/import-desk-worker-1a2b.js',
    '/service-worker.js',
    '/assets/drawing.svg',
    '/healthz',
    '/api/sync',
    '/api/none',
  ])('every answer carries the security headers: %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toBe(CSP);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toBe('camera=(self), geolocation=(), microphone=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('set-cookie')).toBe(null);
    expect(headers.get('access-control-allow-origin')).toBe(null);
  });

  test('what is only a part of a page carries two short ones: nobody opens it, and a phone fetches 170 of them', async () => {
    const { headers } = await get('/assets/main-1a2b.js');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBe(null);
    expect(headers.get('set-cookie')).toBe(null);
    expect(headers.get('access-control-allow-origin')).toBe(null);
  });

  test('only the decoder’s worker may compile WebAssembly', async () => {
    const { headers } = await get('/assets/qr-reader-worker-1a2b.js');
    expect(headers.get('content-security-policy')).toBe(
      CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
    );
  });

  test('over http nobody is told to come by https only', async () => {
    const plain = await startTestServer({ scheme: 'http' });
    const { headers } = await plain.app().request('/healthz');
    expect(headers.get('strict-transport-security')).toBe(null);
    await plain.stop();
  });
});

describe('files', () => {
  test('a page of the app is the app, asked for anew each time', async () => {
    for (const path of ['/', '/enrol', '/run/abc.12/stop/3']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, PAGE]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('a hashed file is kept for ever, and a missing one is neither the app nor kept', async () => {
    const there = await get('/assets/main-1a2b.js');
    expect([there.status, there.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    const missing = await get('/assets/main-old.js');
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/.env'])(
    'nothing outside the built app is given out: %s',
    async (path) => {
      expect(await (await get(path)).text()).not.toContain('dastarkhan"');
    },
  );
});

describe('routes', () => {
  test('every route has a policy, and those who have none of it are refused', async () => {
    expect(routes.map(({ method, path, policy }) => `${method} ${path} ${policy}`)).toEqual([
      'get /healthz public',
      'get /metrics operator',
      'post /api/invite invite',
      'post /api/enrol invite',
      'post /api/sync device',
      'post /api/branches coordinator',
      'post /api/carry file',
      'post /api/sponsor link',
      'post /api/sponsor/pledge link',
      'post /api/photo photo',
      'post /api/photo/show photo',
      'post /api/sponsor/photo linkPhoto',
    ]);
    for (const { path } of routes.filter(({ policy }) => ['device', 'coordinator', 'photo'].includes(policy))) {
      const response = await server.app().request(path, { method: 'POST', body: 'x' });
      expect(response.status).toBe(401);
    }
  });

  test('9.4 every error is a problem with a code', async () => {
    const asked: readonly (readonly [string, string, number, string])[] = [
      ['GET', '/api/none', 404, 'notFound'],
      ['GET', '/api/sync', 404, 'notFound'],
      ['POST', '/nowhere', 404, 'notFound'],
      ['DELETE', '/', 404, 'notFound'],
      ['POST', '/api/sync', 401, 'unsigned'],
      ['POST', '/api/enrol', 400, 'malformed'],
    ];
    for (const [method, path, status, code] of asked) {
      const response = await server.app().request(path, { method });
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        status,
        'application/problem+json',
      ]);
      expect(await response.json()).toEqual({ type: 'about:blank', title: code, status, code });
    }
  });

  test('9.4 a fault is a problem too, carries the headers, and says nothing of its cause', async () => {
    const engine = { ...server.engine(), offer: () => Promise.reject(new Error('zzmarker')) };
    const broken = await startTestServer({ engine });
    const body = Uint8Array.of(0x82, 1, 0x6c, ...new TextEncoder().encode('abcdefgh2345'));
    const response = await broken.app().request('/api/invite', { method: 'POST', body });
    const problem = { type: 'about:blank', title: 'fault', status: 500, code: 'fault' };
    expect([response.status, await response.json()]).toEqual([500, problem]);
    expect(response.headers.get('content-security-policy')).toBe(CSP);
    expect(JSON.stringify(broken.logged)).not.toContain('zzmarker');
    await broken.stop();
  });
});

describe('what the server writes down', () => {
  test('the log holds no names, telephones, secrets, notes or places', async () => {
    const said: string[] = [];
    const outputs = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    );
    const MARK = 'zzmarker';
    const secret = 'abcdefgh2345';
    const organiser = await server.enrolled('organiser', `${MARK} Aigerim`);
    const expiresAt = server.clock.now() + 1_000_000;
    const id = inviteIdOf(sha256, secret);
    const args = { id, role: 'driver', label: `${MARK} label`, expiresAt, member: null } as const;
    organiser.write({ name: 'inviteCreate', args });
    const place = writeCheckpoint(organiser, '7', `${MARK} clinic`, { landmark: `${MARK} gate`, phone: '+7 701 555' });
    const tea = writeItem(organiser, `${MARK} tea`);
    await organiser.settle();
    const driver = server.phone();
    await driver.enrol(secret, `${MARK} Dauren`, '+7 702 555');
    await server.phone().enrol(secret);
    driver.write(delivery(place, tea, { note: `${MARK} note` }));
    driver.write(delivery(place, tea), { args: new TextEncoder().encode(`${MARK} args`) });
    await driver.settle();
    for (const output of outputs) output.mockRestore();

    expect(server.logged.length).toBeGreaterThan(5);
    const written = JSON.stringify(server.logged) + said.join('');
    for (const trace of [MARK, secret, '701 555', '702 555', driver.device]) expect(written).not.toContain(trace);
  });
});
