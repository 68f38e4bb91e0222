import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_COMPRESSED_BYTES, MAX_REQUEST_BYTES } from '#protocol/bounds.ts';
import { readProblem } from '#protocol/problem.ts';
import { readBody } from '#server/http/body.ts';
import { nodeTimer } from '#server/node-timer.ts';
import { createTestApp } from '#test/support/test-app.ts';

const EMPTY_ROOM = { take: () => true };
const GZIP = { 'content-encoding': 'gzip' };

async function read(body: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) {
  return readBody(new Request('http://localhost/', { method: 'POST', body, headers }), EMPTY_ROOM, nodeTimer);
}

function streamed(body: ReadableStream, headers: Readonly<Record<string, string>> = {}): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('http://localhost/', init);
}

describe('a body', () => {
  test('6.3 is read as it came and as it was meant', async () => {
    const meant = new TextEncoder().encode('tea '.repeat(1_000));
    const sent = new Uint8Array(gzipSync(meant));
    expect(await read(sent, GZIP)).toEqual({ ok: true, value: { sent, bytes: meant } });
    expect(await read(meant)).toEqual({ ok: true, value: { sent: meant, bytes: meant } });
  });

  test('of exactly the bound is read, and of one byte more is not', async () => {
    expect((await read(new Uint8Array(MAX_COMPRESSED_BYTES))).ok).toBe(true);
    expect(await read(new Uint8Array(MAX_COMPRESSED_BYTES + 1))).toEqual({ ok: false, error: { code: 'tooLarge' } });
  });

  test('that unpacks into more than the bound is given up on the way', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(100 * MAX_REQUEST_BYTES)));
    expect(bomb.length).toBeLessThan(MAX_COMPRESSED_BYTES);
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(bomb, GZIP)).toEqual({ ok: false, error: { code: 'tooLarge' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MAX_REQUEST_BYTES);
  });

  test('that says it is larger than the bound is not read at all', async () => {
    let pulls = 0;
    const body = new ReadableStream({ pull: () => void (pulls += 1) }, { highWaterMark: 0 });
    const headers = { 'content-length': String(MAX_COMPRESSED_BYTES + 1) };
    expect(await readBody(streamed(body, headers), EMPTY_ROOM, nodeTimer)).toEqual({
      ok: false,
      error: { code: 'tooLarge' },
    });
    expect(pulls).toBe(0);
  });

  test('that never ends is read no further than the bound', async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      pull: (stream) => stream.enqueue(new Uint8Array(65_536)),
      cancel: () => void (isCancelled = true),
    });
    expect(await readBody(streamed(body), EMPTY_ROOM, nodeTimer)).toEqual({ ok: false, error: { code: 'tooLarge' } });
    expect(isCancelled).toBe(true);
  });

  test('of broken gzip, or packed in a way that nobody agreed on, is malformed', async () => {
    const malformed = { ok: false, error: { code: 'malformed' } };
    expect(await read(Uint8Array.of(31, 139, 8, 0, 1), GZIP)).toEqual(malformed);
    expect(await read(new Uint8Array(gzipSync('tea')).subarray(0, 12), GZIP)).toEqual(malformed);
    expect(await read(new Uint8Array(4), { 'content-encoding': 'br' })).toEqual(malformed);
  });

  test.each([
    ['nested a hundred thousand times', new Uint8Array(100_000).fill(0x81)],
    ['a map with a dangerous name', Uint8Array.of(0xa1, 0x69, ...new TextEncoder().encode('__proto__'), 0x80)],
    ['an array that says it has four milliards of elements', Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff)],
    ['a text that says it is longer than the body', Uint8Array.of(0x82, 0x01, 0x7a, 0x7f, 0xff, 0xff, 0xff)],
    ['of no bytes', new Uint8Array()],
    ['of HTML', new TextEncoder().encode('<html><body>Pay here</body></html>')],
  ])('1.1 %s is malformed, and costs next to nothing', async (_what, body) => {
    const startedAt = performance.now();
    const response = await createTestApp({}).request('/api/invite', { method: 'POST', body });
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(response.status).toBe(400);
    expect(readProblem(await response.text())?.code).toBe('malformed');
  });
});
