import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_COMPRESSED_BYTES, MAX_REQUEST_BYTES } from '#protocol/bounds.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const MINUTE = 60_000;
let server: TestServer;
let driver: TestPhone;

beforeEach(async () => {
  server = await startTestServer();
  driver = await server.enrolled('driver');
});
afterEach(() => server.stop());

const seconds = (offsetMs: number) => Math.floor((server.clock.now() + offsetMs) / 1000);
const post = (path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  server.app().request(path, { method: 'POST', body, headers: { 'content-type': 'application/cbor', ...headers } });
const codeOf = async (response: Response) => ((await response.json()) as { readonly code: string }).code;

describe('signed requests', () => {
  test.each([
    ['no signature', { signature: '' }, 'unsigned'],
    ['no signature input', { 'signature-input': '' }, 'unsigned'],
    ['another digest', { 'content-digest': `sha-256=:${'A'.repeat(43)}=:` }, 'badSignature'],
    ['another signature', { signature: `sig=:${'A'.repeat(86)}==:` }, 'badSignature'],
  ])('9.1 %s is refused', async (_what, headers, code) => {
    expect(await driver.sync({ headers })).toMatchObject({ ok: false, status: 401, code });
  });

  test('9.1 a body that was changed on the way is refused', async () => {
    const tamper = (init: RequestInit) => {
      const body = (init.body as Uint8Array).slice();
      body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
      return { ...init, body };
    };
    expect((await driver.sync({ tamper })).ok).toBe(false);
  });

  test('9.1 another device cannot speak in this one’s name', async () => {
    const other = await server.enrolled('driver');
    expect(await other.sync({ request: { device: driver.device } })).toMatchObject({ code: 'badSignature' });
  });

  test('9.2 a clock up to five minutes off is taken, one beyond gets a challenge and the server’s time', async () => {
    for (const offset of [-5 * MINUTE, 5 * MINUTE]) {
      expect((await driver.sync({ createdAtSeconds: seconds(offset) })).ok).toBe(true);
    }
    for (const offset of [-6 * MINUTE, 6 * MINUTE]) {
      const refused = await driver.sync({ createdAtSeconds: seconds(offset) });
      expect(refused).toMatchObject({ ok: false, status: 401, code: 'clockSkew' });
      expect(refused.ok || (refused.challenge ?? '')).toMatch(/^[0-9a-z]+\.[\w-]{43}$/);
    }
  });

  test('9.2 the same request signed over the challenge is taken for five minutes, by this device only', async () => {
    const createdAtSeconds = seconds(-400 * 24 * 60 * MINUTE);
    const refused = await driver.sync({ createdAtSeconds });
    if (refused.ok || refused.challenge === null) throw new Error('a challenge was expected');
    const { challenge } = refused;
    const other = await server.enrolled('driver');
    expect(await other.sync({ createdAtSeconds, challenge })).toMatchObject({ code: 'clockSkew' });
    expect((await driver.sync({ createdAtSeconds, challenge })).ok).toBe(true);
    server.clock.move(6 * MINUTE);
    expect(await driver.sync({ createdAtSeconds, challenge })).toMatchObject({ code: 'clockSkew' });
    expect(await driver.sync({ createdAtSeconds, challenge: 'made.up' })).toMatchObject({ code: 'clockSkew' });
  });

  test('6.4 deliveries of a push whose clock is more than ten minutes off are flagged, others are not', async () => {
    const organiser = await server.enrolled('organiser');
    const place = writeCheckpoint(organiser, '7', 'Clinic');
    const tea = writeItem(organiser, 'Tea');
    await organiser.settle();
    for (const [index, offset] of [0, 9 * MINUTE, -11 * MINUTE, 11 * MINUTE].entries()) {
      driver.write(delivery(place, tea));
      const segment = await driver.segment(index + 2);
      await driver.sync({ request: { segment, sentAt: server.clock.now() + offset } });
    }
    await organiser.settle();
    const flags = [2, 3, 4, 5].map((number) =>
      bodyOf<{ flags: string[] }>(organiser, 'delivery', driver.rowId(number)),
    );
    expect(flags.map((row) => row?.flags)).toEqual([[], [], ['clockWrong'], ['clockWrong']]);
  });
});

describe('bounds', () => {
  test('6.3 a body beyond its bound is refused', async () => {
    const response = await post('/api/invite', new Uint8Array(MAX_COMPRESSED_BYTES + 1));
    expect([response.status, await codeOf(response)]).toEqual([413, 'tooLarge']);
  });

  test('6.3 a small body that unpacks to a huge one is refused', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(200 * MAX_REQUEST_BYTES)));
    expect(bomb.length).toBeLessThan(MAX_COMPRESSED_BYTES);
    const response = await post('/api/invite', bomb, { 'content-encoding': 'gzip' });
    expect([response.status, await codeOf(response)]).toEqual([413, 'tooLarge']);
  });

  test.each([
    ['nesting of half a million arrays', new Uint8Array(500_000).fill(0x81)],
    ['a list that claims four billion entries', Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff)],
    ['HTML', new TextEncoder().encode('<html>login</html>')],
    ['nothing', new Uint8Array()],
    ['an indefinite list', Uint8Array.of(0x9f, 0xff)],
    ['a float', Uint8Array.of(0x82, 0xf9, 0x3c, 0x00, 0x60)],
  ])('1.1 %s is malformed', async (_what, body) => {
    const response = await post('/api/invite', body);
    expect([response.status, await codeOf(response)]).toEqual([400, 'malformed']);
  });

  test('6.3 what is no gzip is malformed', async () => {
    const response = await post('/api/invite', Uint8Array.of(1, 2, 3), { 'content-encoding': 'gzip' });
    expect(await codeOf(response)).toBe('malformed');
  });

  test('6.3 a gzipped request is taken, and its digest is that of what was sent', async () => {
    const organiser = await server.enrolled('organiser');
    for (let index = 1; index < 40; index += 1) writeCheckpoint(organiser, String(index), `Place ${index}`);
    const pack = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
    const headers = { 'content-encoding': 'gzip' };
    const round = await organiser.sync({ pack, headers });
    expect(round).toMatchObject({ ok: true, acknowledgement: { storedThrough: 40 } });
  });

  test('6.3 the answer is gzipped for a phone that takes it, and only for such a one', async () => {
    const organiser = await server.enrolled('organiser');
    for (let index = 1; index < 40; index += 1) writeCheckpoint(organiser, String(index), `Place ${index}`);
    await organiser.settle();
    const sizes: number[] = [];
    for (const encoding of ['br', 'gzip, br']) {
      organiser.position.cursor = null;
      expect((await organiser.sync({ headers: { 'accept-encoding': encoding } })).ok).toBe(true);
      sizes.push(organiser.received.at(-1)?.length ?? 0);
    }
    const [plain = 0, packed = 0] = sizes;
    expect(packed).toBeGreaterThan(0);
    expect(packed).toBeLessThan(plain / 2);
  });

  test('9.4 guessing secrets meets its rate, and is told when to come back', async () => {
    const { code, headers } = await tryUntilRefused(() => server.phone().offer('zzzzzzzzzzzz'), 'tooManyRequests');
    expect(code).toBe('tooManyRequests');
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    server.clock.move(wait * 1000);
    expect(await server.phone().offer('zzzzzzzzzzzz')).toMatchObject({ code: 'inviteUnknown' });
  });

  test('9.4 a device that asks without end meets its rate, and others do not', async () => {
    const other = await server.enrolled('driver');
    const { status, headers } = await tryUntilRefused(() => driver.sync(), 'tooManyRequests');
    expect([status, Number(headers.get('retry-after'))]).toEqual([429, 1]);
    expect((await other.sync()).ok).toBe(true);
  });
});

async function tryUntilRefused(
  ask: () => Promise<{
    readonly ok: boolean;
    readonly code?: string;
    readonly status?: number;
    readonly headers?: Headers;
  }>,
  code: string,
): Promise<{ readonly code: string; readonly status: number; readonly headers: Headers }> {
  for (let round = 0; round < 500; round += 1) {
    const answer = await ask();
    if (answer.code !== code) continue;
    return { code, status: answer.status ?? 0, headers: answer.headers ?? new Headers() };
  }
  throw new Error(`never refused with ${code}`);
}
