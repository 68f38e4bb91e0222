import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_COMPRESSED_BYTES } from '#protocol/bounds.ts';
import { bodyRoom } from '#server/http/body-room.ts';
import { createLine } from '#server/http/line.ts';
import { createTestApp } from '#test/support/test-app.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

const NOON = Date.UTC(2026, 0, 15, 12);
const MIB = 1024 * 1024;
const question = () => Uint8Array.of(0x82, 1, 0x6c, ...new TextEncoder().encode('abcdefgh2345'));
const unknown = () => Promise.resolve({ ok: false, error: 'inviteUnknown' } as const);

/** A request whose body begins, and whose end comes when the test says so. */
function slowly(first: Uint8Array, address = '203.0.113.7') {
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(first);
      end = () => stream.close();
    },
  });
  const headers = { 'x-forwarded-for': address };
  const init = { method: 'POST', body, headers, duplex: 'half' } as const;
  return { request: new Request('http://localhost/api/invite', init), end };
}

async function outcome(response: Response): Promise<readonly [number, string | null]> {
  await response.text();
  return [response.status, response.headers.get('retry-after')];
}

describe('the line in front of the writer', () => {
  test('holds so many requests and no more; whoever comes then is told when to come back', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const app = createTestApp({ mostUnderWay: 2, engine: { offer: () => held.then(unknown) } });
    const ask = async () => app.request('/api/invite', { method: 'POST', body: question() });
    const served = [ask(), ask()];
    expect(await outcome(await ask())).toEqual([503, '1']);
    release();
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual([404, 404]);
    expect((await ask()).status).toBe(404);
  });

  test('is not for those whose body is still on its way: a crowd of slow senders keeps nobody out', async () => {
    const app = createTestApp({ mostUnderWay: 1, engine: { offer: unknown } });
    const slow = Array.from({ length: 40 }, () => slowly(question().slice(0, 9)));
    const answers = slow.map(async ({ request }) => app.request(request));
    expect((await app.request('/api/invite', { method: 'POST', body: question() })).status).toBe(404);
    for (const [index, { end }] of slow.entries()) {
      end();
      expect((await answers[index])?.status).toBe(400);
    }
  });

  test('spreads those who come back over the time that it needs to empty', () => {
    const waits = [0, 64, 128, 255].map((byte) => {
      const line = createLine({ bytes: () => Uint8Array.of(byte) });
      for (let request = 0; request < 500; request += 1) {
        line.enter();
        line.leave(40_000);
      }
      return line.waitSeconds();
    });
    expect(waits).toEqual([1, 11, 21, 40]);
  });
});

describe('a body that comes too slowly', () => {
  test.each([
    ['a small one', 16, 10_004],
    ['a large one', MAX_COMPRESSED_BYTES, 60_000],
  ])(
    '%s is given up after a time that its length allows, and its sender told to come later',
    async (_what, length, ms) => {
      const time = manualTime(NOON);
      const app = createTestApp({ timer: time.timer, engine: { offer: unknown } });
      const { request } = slowly(question().slice(0, 9));
      request.headers.set('content-length', String(length));
      let isAnswered = false;
      const answer = Promise.resolve(app.request(request)).finally(() => (isAnswered = true));
      time.advance(ms - 1);
      await app.request('/api/invite', { method: 'POST', body: question() });
      expect(isAnswered).toBe(false);
      time.advance(1);
      expect(await outcome(await answer)).toEqual([503, '1']);
    },
  );
});

describe('the memory for bodies', () => {
  test('is shared by all, and nobody alone may fill it', async () => {
    const app = createTestApp({ mostBodyBytes: 2 * MIB, engine: { offer: unknown } });
    const half = new Uint8Array(MIB / 4);
    const ask = async (address: string) => {
      const slow = slowly(half, address);
      return { ...slow, answer: Promise.resolve(app.request(slow.request)) };
    };
    const held = [await ask('203.0.113.1'), await ask('203.0.113.1')];
    expect(await outcome(await (await ask('203.0.113.1')).answer)).toEqual([503, '1']);
    for (const other of ['203.0.113.2', '203.0.113.3', '203.0.113.4']) held.push(await ask(other), await ask(other));
    const late = await ask('203.0.113.5');
    expect(await outcome(await late.answer)).toEqual([503, '1']);
    for (const { end } of held) end();
    expect((await Promise.all(held.map(({ answer }) => answer))).map(({ status }) => status)).toEqual(
      held.map(() => 400),
    );
    const again = await ask('203.0.113.5');
    again.end();
    expect((await again.answer).status).toBe(400);
  });

  test('counts what a packed body unpacks to', async () => {
    const app = createTestApp({ mostBodyBytes: MIB, engine: { offer: unknown } });
    const body = new Uint8Array(gzipSync(new Uint8Array(MIB / 2)));
    const response = await app.request('/api/invite', {
      method: 'POST',
      body,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(await outcome(response)).toEqual([503, '1']);
  });

  test('gives everything back, also to whoever took nothing', () => {
    const room = bodyRoom(8);
    const [one, other] = [room.enter('a'), room.enter('b')];
    expect([one.take(2), one.take(1), other.take(2)]).toEqual([true, false, true]);
    one.release();
    one.release();
    expect(room.enter('a').take(2)).toBe(true);
  });
});
