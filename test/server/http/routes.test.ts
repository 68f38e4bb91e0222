import { describe, expect, test } from 'vitest';
import { readProblem } from '#protocol/problem.ts';
import { type Route, routes } from '#server/http/routes.ts';
import { createTestApp } from '#test/support/test-app.ts';

const POLICIES = ['public', 'operator', 'invite', 'link', 'linkPhoto', 'file', 'device', 'photo', 'coordinator'];
/** Everything that the app answers besides the table: headers, the refusal of what is not there, the built app. */
const BESIDES = ['ALL /*', 'ALL /api/*', 'GET /*'];

/** What a secret offers, asked. */
const question = () => Uint8Array.of(0x82, 1, 0x6c, ...new TextEncoder().encode('abcdefgh2345'));

async function codeOf(response: Response): Promise<string | undefined> {
  return readProblem(await response.text())?.code;
}

describe('the table of routes', () => {
  test('names a policy for every route that the app has, and knows them all', () => {
    const inTable = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const inApp = createTestApp({}).routes.map(({ method, path }) => `${method} ${path}`);
    expect(inTable.length).toBeGreaterThan(3);
    expect(inApp.filter((route) => !inTable.includes(route) && !BESIDES.includes(route))).toEqual([]);
    expect(inTable.filter((route) => !inApp.includes(route))).toEqual([]);
    for (const { policy } of routes) expect(POLICIES).toContain(policy);
  });

  test.each(routes.filter(({ policy }) => ['device', 'photo', 'coordinator'].includes(policy)))(
    '9 $method $path answers nobody who did not sign, and does not even ask the engine',
    async ({ method, path }) => {
      const app = createTestApp({});
      for (const headers of [{}, { signature: 'sig=:AAAA:' }, { 'signature-input': 'sig=()' }]) {
        const response = await app.request(path, { method: method.toUpperCase(), headers });
        expect(response.status).toBe(401);
        expect(await codeOf(response)).toBe('unsigned');
      }
    },
  );

  test.each(routes.filter(({ policy }) => policy === 'invite'))(
    '$method $path can be guessed at only as fast as people type',
    async ({ method, path }) => {
      let now = 1_800_000_000_000;
      const app = createTestApp({ clock: { now: () => now } });
      const guess = (address = '203.0.113.7') =>
        app.request(path, { method: method.toUpperCase(), headers: { 'x-forwarded-for': `10.0.0.9, ${address}` } });
      const answers = [];
      for (let count = 0; count < 70; count += 1) answers.push((await guess()).status);
      expect(answers.filter((status) => status === 429)).toHaveLength(10);
      const refused = await guess();
      expect(await codeOf(refused)).toBe('tooManyRequests');
      const waitMs = Number(refused.headers.get('retry-after')) * 1000;
      expect(waitMs).toBeGreaterThan(0);
      expect((await guess('198.51.100.3')).status).toBe(400);
      now += waitMs;
      expect((await guess()).status).toBe(400);
    },
  );

  test('whoever fetches a sponsor’s photos without end still has the page', async () => {
    const app = createTestApp({});
    const ask = async (path: string) => (await app.request(path, { method: 'POST', body: '{}' })).status;
    const answers = [];
    for (let count = 0; count < 130; count += 1) answers.push(await ask('/api/sponsor/photo'));
    expect(answers.filter((status) => status === 429)).toHaveLength(10);
    expect(await ask('/api/sponsor')).toBe(404);
  });

  test('the halves of IPv6 that one customer has are counted as one asker', async () => {
    const app = createTestApp({});
    const guess = (address: string) =>
      app.request('/api/invite', { method: 'POST', headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 60; count += 1) await guess(`2001:db8:1:2::${count.toString(16)}`);
    expect((await guess('2001:db8:1:2:ffff:ffff:ffff:ffff')).status).toBe(429);
    expect((await guess('2001:db8:1:3::1')).status).toBe(400);
  });

  test.each(['/api', '/api/', '/api/nothing', '/api/sync'])('9.4 GET %s is a problem, not a page', async (path) => {
    const response = await createTestApp({ staticFolder: 'public' }).request(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('when the engine fails', () => {
  const name = 'Aigerim from Zerendi';
  const logged: string[] = [];
  const app = createTestApp({
    engine: { offer: () => Promise.reject(new Error(`cannot store ${name}`)) },
    log: (event, facts) => void logged.push(JSON.stringify({ event, ...facts })),
  });

  test('9.4 the answer is a fault, and the log says where it happened but not what was in hand', async () => {
    const response = await app.request('/api/invite', { method: 'POST', body: question() });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(readProblem(text)?.code).toBe('fault');
    expect(logged.join('\n')).toContain('"event":"fault"');
    expect(logged.join('\n')).toContain('routes.test.ts');
    expect(`${text}${logged.join('\n')}`).not.toContain(name);
  });
});

test('a route without a policy does not compile', () => {
  const answer = () => Promise.resolve(new Response());
  // @ts-expect-error the build fails here as soon as this is allowed
  const open: Route = { method: 'get', path: '/api/everything', answer };
  // @ts-expect-error nor is a policy that nobody enforces one
  const odd: Route = { method: 'get', path: '/api/everything', policy: 'anybody', answer };
  expect([open.path, odd.path]).toEqual(['/api/everything', '/api/everything']);
});
