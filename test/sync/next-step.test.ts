import { describe, expect, test } from 'vitest';

import { FIRST_BATCH_BYTES, LAST_BATCH_BYTES, SMALLEST_BATCH_BYTES } from '#protocol/bounds.ts';
import {
  BATCH_GROWTH,
  FIRST_MEMORY,
  LAST_RETRY_MS,
  LONGEST_HOLD_MS,
  nextStep,
  type SyncEvent,
  type SyncMemory,
} from '#sync/next-step.ts';

const MOMENT = { now: 1_000_000, dice: 0.5 };
const lost: SyncEvent = { type: 'failed', trouble: 'unreachable', retryAfterMs: null };
const done: SyncEvent = { type: 'succeeded', isMore: false };

const after = (memory: SyncMemory, ...events: readonly SyncEvent[]): SyncMemory =>
  events.reduce((now, event) => nextStep(now, event, MOMENT).memory, memory);
const syncing = after(FIRST_MEMORY, { type: 'wanted' });

describe('when the phone tries', () => {
  test('a saved record starts a round at once', () => {
    expect(nextStep(FIRST_MEMORY, { type: 'wanted' }, MOMENT).actions).toContainEqual({
      type: 'startRound',
      batchBytes: FIRST_BATCH_BYTES,
    });
  });

  test('what is saved during a round is sent by the next one, which starts by itself', () => {
    const wanted = after(syncing, { type: 'wanted' });
    expect(nextStep(syncing, { type: 'wanted' }, MOMENT).actions).toEqual([]);
    expect(nextStep(wanted, done, MOMENT).actions).toContainEqual(expect.objectContaining({ type: 'startRound' }));
  });

  test('what is wished for during a round that fails is tried soon after it, however long failures wait by then', () => {
    const often = after(syncing, ...Array.from({ length: 9 }, () => [lost, { type: 'timerRang' } as const]).flat());
    expect(nextStep(often, lost, MOMENT).actions).toEqual([{ type: 'setTimer', afterMs: LAST_RETRY_MS / 2 }]);
    const wanted = after(often, { type: 'wanted' });
    expect(nextStep(wanted, lost, MOMENT).actions).toEqual([{ type: 'setTimer', afterMs: 500 }]);
    const blocked: SyncEvent = { type: 'failed', trouble: 'revoked', retryAfterMs: null };
    expect(nextStep(wanted, blocked, MOMENT).actions).toEqual([{ type: 'setTimer', afterMs: LAST_RETRY_MS }]);
  });

  test('after a failure a timer is armed, always, also on a hidden page', () => {
    for (const memory of [syncing, after(syncing, { type: 'hidden' })]) {
      const step = nextStep(memory, lost, MOMENT);
      expect(step.actions).toEqual([{ type: 'setTimer', afterMs: 1_000 }]);
      expect(step.memory).toMatchObject({ type: 'waiting', trouble: 'unreachable', nextTryAt: 1_001_000 });
      expect(nextStep(step.memory, { type: 'hidden' }, MOMENT).actions).toEqual([]);
    }
  });

  test('failures wait longer and longer, and never longer than the last bound', () => {
    let memory = syncing;
    const waits: number[] = [];
    for (let tries = 0; tries < 40; tries += 1) {
      const step = nextStep(memory, lost, { now: 0, dice: 1 });
      waits.push(step.memory.nextTryAt ?? 0);
      memory = after(step.memory, { type: 'timerRang' });
    }
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(LAST_RETRY_MS);
    expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0))).toBe(true);
  });

  test('the server’s own wish to be left alone is honoured', () => {
    const busy: SyncEvent = { type: 'failed', trouble: 'busy', retryAfterMs: 20_000 };
    expect(nextStep(syncing, busy, MOMENT).memory.nextTryAt).toBe(1_000_000 + 20_000 + 1_000);
  });

  test('until then nobody’s wish asks it again; the timer does, and what the network broke may be tried at once', () => {
    const held = after(syncing, { type: 'failed', trouble: 'sentMuch', retryAfterMs: 20_000 });
    for (const type of ['wanted', 'shown'] as const) expect(nextStep(held, { type }, MOMENT).actions).toEqual([]);
    const starts: unknown = expect.objectContaining({ type: 'startRound' });
    expect(nextStep(held, { type: 'timerRang' }, MOMENT).actions).toContainEqual(starts);
    expect(nextStep(held, { type: 'wanted' }, { ...MOMENT, now: MOMENT.now + 20_000 }).actions).toContainEqual(starts);
    expect(nextStep(after(syncing, lost), { type: 'wanted' }, MOMENT).actions).toContainEqual(starts);
  });

  test('no header and no clock that was set back holds a person’s wish for longer than a quarter of an hour', () => {
    const held = after(syncing, { type: 'failed', trouble: 'busy', retryAfterMs: 24 * 60 * 60 * 1000 });
    const starts: unknown = expect.objectContaining({ type: 'startRound' });
    const later = { ...MOMENT, now: MOMENT.now + LONGEST_HOLD_MS };
    expect(nextStep(held, { type: 'wanted' }, later).actions).toContainEqual(starts);
    const setBack = { ...MOMENT, now: MOMENT.now - 1_000 };
    expect(nextStep(held, { type: 'wanted' }, setBack).actions).toContainEqual(starts);
  });

  test('a hidden page that has nothing to send sets no timer', () => {
    const hidden = after(syncing, { type: 'hidden' });
    expect(nextStep(hidden, done, MOMENT).actions).toEqual([{ type: 'clearTimer' }]);
    expect(nextStep(after(syncing, done), { type: 'hidden' }, MOMENT).actions).toEqual([{ type: 'clearTimer' }]);
  });

  test('a page that comes back to the front asks at once', () => {
    const hidden = after(syncing, done, { type: 'hidden' });
    expect(nextStep(hidden, { type: 'shown' }, MOMENT).memory.type).toBe('syncing');
  });
});

describe('how much it sends', () => {
  test('batches grow while the link holds, up to the largest', () => {
    const grown = after(syncing, ...Array.from({ length: 12 }, () => ({ type: 'succeeded', isMore: true }) as const));
    expect(grown.batchBytes).toBe(LAST_BATCH_BYTES);
    expect(after(syncing, { type: 'succeeded', isMore: true }).batchBytes).toBe(BATCH_GROWTH * FIRST_BATCH_BYTES);
  });

  test('batches halve when it fails, down to the smallest', () => {
    const grown = after(syncing, ...Array.from({ length: 12 }, () => ({ type: 'succeeded', isMore: true }) as const));
    expect(after(grown, lost).batchBytes).toBe(LAST_BATCH_BYTES / 2);
    const shrunk = after(grown, ...Array.from({ length: 30 }, () => [lost, { type: 'timerRang' } as const]).flat());
    expect(shrunk.batchBytes).toBe(SMALLEST_BATCH_BYTES);
  });

  test('an answer that was the server’s beyond doubt ends the trouble and is remembered', () => {
    const again = after(syncing, lost, { type: 'timerRang' }, done);
    expect(again).toMatchObject({ type: 'idle', trouble: null, failureCount: 0, lastHeardAt: 1_000_000 });
  });
});
