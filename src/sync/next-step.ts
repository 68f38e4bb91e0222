import { FIRST_BATCH_BYTES, LAST_BATCH_BYTES, SMALLEST_BATCH_BYTES } from '#protocol/bounds.ts';
import type { SyncState, Trouble } from './sync-state.ts';

/** All that the next step depends on. */
export type SyncMemory = SyncState & {
  /** How much the next segment may weigh; grows while the link holds. */
  readonly batchBytes: number;
  /** Failures in a row. */
  readonly failureCount: number;
  /** The server asked to be left alone until then: only the timer ends that, nobody's wish. */
  readonly heldUntil: number | null;
  /** Somebody wants another round while one is running. */
  readonly isWantedAgain: boolean;
  readonly isVisible: boolean;
};

export type SyncEvent =
  /** The app was opened, came to the front, came online, saved something, or somebody pressed "Send now". */
  | { readonly type: 'wanted' }
  | { readonly type: 'timerRang' }
  | { readonly type: 'shown' | 'hidden' }
  | { readonly type: 'succeeded'; readonly isMore: boolean }
  | { readonly type: 'failed'; readonly trouble: Trouble; readonly retryAfterMs: number | null };

export type SyncAction =
  | { readonly type: 'startRound'; readonly batchBytes: number }
  /** Replaces the timer that was set before. */
  | { readonly type: 'setTimer'; readonly afterMs: number }
  | { readonly type: 'clearTimer' };

export type Step = { readonly memory: SyncMemory; readonly actions: readonly SyncAction[] };

/** The instant of an event, and one throw of the dice from 0 to 1. */
export type Moment = { readonly now: number; readonly dice: number };

/** The first retry comes within this, each further one within twice as much, up to the last. */
export const FIRST_RETRY_MS = 2_000;
export const LAST_RETRY_MS = 5 * 60 * 1000;
/** No retry comes sooner, whatever the dice say. */
const SOONEST_RETRY_MS = 500;
/** A shown page asks for news this often, spread by half; a hidden one does not ask. */
export const NEWS_EVERY_MS = 30_000;

export const FIRST_MEMORY: SyncMemory = {
  type: 'idle',
  lastHeardAt: null,
  trouble: null,
  nextTryAt: null,
  batchBytes: FIRST_BATCH_BYTES,
  failureCount: 0,
  heldUntil: null,
  isWantedAgain: false,
  isVisible: true,
};

/** Nobody's word makes a person's wish wait longer than this: neither a proxy's header nor a clock that was set back. */
export const LONGEST_HOLD_MS = 15 * 60 * 1000;

/** A link that held once is worth four times as much the next time: 10,000 deliveries go in four rounds. */
export const BATCH_GROWTH = 4;

/** What the batch after one of this size may weigh, if that one arrives. */
export function grownBatch(batchBytes: number): number {
  return Math.min(batchBytes * BATCH_GROWTH, LAST_BATCH_BYTES);
}

/** Troubles that time alone does not mend: they are looked at again rarely, and when a person asks. */
const LASTING: readonly Trouble[] = ['revoked', 'forked', 'tooOld'];

/**
 * What the sync does next. It decides, and never acts.
 *
 *             wanted, timerRang
 *     idle ------------------------> syncing --succeeded, more----> syncing (larger batch)
 *      ^  ^                          |     |
 *      |  `--succeeded (news timer)--'     `---failed---> waiting (retry timer, smaller batch)
 *      |                                                     |
 *      `--------------------- wanted, timerRang -------------'
 *
 * In `waiting` the timer is always armed: whatever is unsent is tried again without anybody asking. Where the server asked
 * to be left alone for a while, `wanted` waits for that timer too.
 */
export function nextStep(memory: SyncMemory, event: SyncEvent, moment: Moment): Step {
  switch (event.type) {
    case 'wanted':
      return want(memory, moment);
    case 'timerRang':
      return memory.type === 'syncing' ? stay({ ...memory, isWantedAgain: true }) : start(memory);
    case 'shown':
      return want({ ...memory, isVisible: true }, moment);
    case 'hidden':
      return hide({ ...memory, isVisible: false });
    case 'succeeded':
      return succeed(memory, event.isMore, moment);
    case 'failed':
      return fail(memory, event, moment);
  }
}

function want(memory: SyncMemory, { now }: Moment): Step {
  if (memory.type === 'syncing') return stay({ ...memory, isWantedAgain: true });
  const restMs = memory.type === 'waiting' ? (memory.heldUntil ?? now) - now : 0;
  return 0 < restMs && restMs <= LONGEST_HOLD_MS ? stay(memory) : start(memory);
}

function stay(memory: SyncMemory): Step {
  return { memory, actions: [] };
}

function start(memory: SyncMemory): Step {
  return {
    memory: { ...memory, type: 'syncing', nextTryAt: null, heldUntil: null, isWantedAgain: false },
    actions: [{ type: 'clearTimer' }, { type: 'startRound', batchBytes: memory.batchBytes }],
  };
}

/** A hidden page keeps only the timer of a retry. */
function hide(memory: SyncMemory): Step {
  return memory.type === 'idle'
    ? { memory: { ...memory, nextTryAt: null }, actions: [{ type: 'clearTimer' }] }
    : stay(memory);
}

function succeed(memory: SyncMemory, isMore: boolean, { now, dice }: Moment): Step {
  const heard: SyncMemory = {
    ...memory,
    lastHeardAt: now,
    trouble: null,
    failureCount: 0,
    batchBytes: grownBatch(memory.batchBytes),
  };
  if (isMore || memory.isWantedAgain) return start(heard);
  if (!memory.isVisible)
    return { memory: { ...heard, type: 'idle', nextTryAt: null }, actions: [{ type: 'clearTimer' }] };
  const afterMs = Math.round(NEWS_EVERY_MS * (0.75 + dice / 2));
  return { memory: { ...heard, type: 'idle', nextTryAt: now + afterMs }, actions: [{ type: 'setTimer', afterMs }] };
}

function fail(memory: SyncMemory, event: Extract<SyncEvent, { type: 'failed' }>, { now, dice }: Moment): Step {
  const failureCount = memory.failureCount + 1;
  const isLasting = LASTING.includes(event.trouble);
  const ceilingMs = isLasting
    ? LAST_RETRY_MS
    : Math.min(FIRST_RETRY_MS * 2 ** Math.min(failureCount - 1, 20), LAST_RETRY_MS);
  // What was wished for while this round was under way knows nothing of its failure: it is not made to wait for it.
  const soonMs = memory.isWantedAgain ? SOONEST_RETRY_MS : Math.max(SOONEST_RETRY_MS, Math.round(ceilingMs * dice));
  const afterMs = (event.retryAfterMs ?? 0) + (isLasting ? LAST_RETRY_MS : soonMs);
  return {
    memory: {
      ...memory,
      type: 'waiting',
      trouble: event.trouble,
      nextTryAt: now + afterMs,
      failureCount,
      heldUntil: event.retryAfterMs === null ? null : now + Math.min(event.retryAfterMs, LONGEST_HOLD_MS),
      isWantedAgain: false,
      batchBytes: Math.max(Math.floor(memory.batchBytes / 2), SMALLEST_BATCH_BYTES),
    },
    actions: [{ type: 'setTimer', afterMs }],
  };
}
