import type { Random } from '#lib/ports.ts';

/** Requests under way at once, their bodies wholly here: what stands in front of the writer. */
const MOST_UNDER_WAY = 200;
/** How much the newest request tells of how long one takes. */
const NEWEST_SHARE = 0.1;
const LONGEST_WAIT_SECONDS = 60;

/** Those who are being served. */
export type Line = {
  /** False when it is full; otherwise whoever entered must leave. */
  readonly enter: () => boolean;
  readonly leave: (tookMs: number) => void;
  /** How many are being served. */
  readonly underWay: () => number;
  /** When to come back: spread over the time that the line needs to empty, so that nobody comes back together. */
  readonly waitSeconds: () => number;
};

/**
 * Bounds what is under way. By Little's law the time that a full line needs to empty, its length by its throughput, is
 * the time that a request spends in it.
 */
export function createLine(random: Random, limit: number = MOST_UNDER_WAY): Line {
  let underWay = 0;
  let usualMs = 0;
  return {
    enter: () => {
      if (underWay >= limit) return false;
      underWay += 1;
      return true;
    },
    underWay: () => underWay,
    leave: (tookMs) => {
      underWay -= 1;
      usualMs += (tookMs - usualMs) * NEWEST_SHARE;
    },
    waitSeconds: () => {
      const share = (random.bytes(1)[0] ?? 0) / 255;
      return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil((share * usualMs) / 1000)));
    },
  };
}
