import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_REQUEST_BYTES, MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { PUSH_BURST_BYTES, PUSH_BURST_ENTRIES, pushLimit } from '#server/http/push-limit.ts';
import { writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const DEVICE = 'abcdefgh23456789';

function clockAt(start: number) {
  let now = start;
  return { now: () => now, move: (ms: number) => void (now += ms) };
}

const entries = (count: number, bytes = 130) => {
  const entry = new Uint8Array(bytes);
  return { entries: Array.from({ length: count }, () => entry) };
};

describe('9.5 what one device brings', () => {
  test('is at least a whole segment of the largest size, twice: nobody honest is ever stuck', () => {
    expect(PUSH_BURST_ENTRIES).toBeGreaterThanOrEqual(2 * MAX_SEGMENT_ENTRIES);
    expect(PUSH_BURST_BYTES).toBeGreaterThanOrEqual(2 * MAX_REQUEST_BYTES);
  });

  test('goes in at once up to 20,000 entries; of forty thousand the rest waits, and comes in after what was said', () => {
    const clock = clockAt(1_000_000);
    const limit = pushLimit(clock);
    const answers = Array.from({ length: 4 }, () => limit.take(DEVICE, entries(10_000)));
    expect(answers).toEqual([null, null, 1_000, 1_000]);
    expect(limit.take('zyxwvtsr98765432', entries(10_000))).toBeNull();
    clock.move(999_000);
    expect(limit.take(DEVICE, entries(10_000))).toBe(1);
    clock.move(1_000);
    expect(limit.take(DEVICE, entries(10_000))).toBeNull();
    expect(limit.take(DEVICE, entries(1))).toBe(1);
  });

  test('weighs no more than 16 MiB at once, however few entries that is', () => {
    const clock = clockAt(1_000_000);
    const limit = pushLimit(clock);
    const heavy = entries(5, 120_000);
    const taken = Array.from({ length: 30 }, () => limit.take(DEVICE, heavy)).filter((wait) => wait === null).length;
    expect(taken).toBe(Math.floor(PUSH_BURST_BYTES / 600_000));
    const wait = limit.take(DEVICE, heavy);
    expect(wait).toBeGreaterThan(0);
    clock.move((wait ?? 0) * 1000);
    expect(limit.take(DEVICE, heavy)).toBeNull();
  });

  test('costs nothing when it is refused: a small segment still finds its room', () => {
    const limit = pushLimit(clockAt(1_000_000), 100);
    expect(limit.take(DEVICE, entries(90))).toBeNull();
    for (let again = 0; again < 50; again += 1) expect(limit.take(DEVICE, entries(20))).toBe(1);
    expect(limit.take(DEVICE, entries(10))).toBeNull();
  });
});

describe('9.5 a device that floods', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ pushBurst: 50 });
  });
  afterEach(() => server.stop());

  test('is refused in time with 429 and when to come back; others and its own questions pass; the same segment comes in then', async () => {
    const flooder = await server.enrolled('organiser', 'Flooder');
    const other = await server.enrolled('organiser', 'Other');
    for (let count = 0; count < 120; count += 1) writeItem(flooder, `Tea ${count}`);
    const [first, rest] = [await flooder.segment(2, 41), await flooder.segment(42, 91)];
    expect((await flooder.sync({ request: { segment: first } })).ok).toBe(true);
    const refused = await flooder.sync({ request: { segment: rest } });
    expect(refused).toMatchObject({ ok: false, status: 429, code: 'tooManyRequests' });
    const wait = Number((refused as { readonly headers?: Headers }).headers?.get('retry-after'));
    expect(wait).toBe(4);
    expect((await flooder.sync({ request: { segment: null } })).ok).toBe(true);
    writeItem(other, 'Bread');
    expect((await other.sync()).ok).toBe(true);
    server.clock.move(wait * 1000);
    expect(await flooder.sync({ request: { segment: rest } })).toMatchObject({
      ok: true,
      acknowledgement: { storedThrough: 91 },
    });
  });
});
