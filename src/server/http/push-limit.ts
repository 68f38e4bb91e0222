import type { Clock } from '#lib/ports.ts';
import type { Segment } from '#protocol/segment.ts';
import { rateLimit } from './rate-limit.ts';

/**
 * What one device may bring at once, and how fast it may go on: two whole seasons of a driver, or the import of a year, and
 * then ten entries a second, which no honest hand writes. A stolen or broken phone fills no disk before somebody blocks it.
 */
export const PUSH_BURST_ENTRIES = 20_000;
const ENTRY_EVERY_MS = 100;
export const PUSH_BURST_BYTES = 16 * 1024 * 1024;
const BYTES_PER_MS = 16;

export type PushLimit = {
  /** Null when the segment may come in, else seconds until it may. Nothing is taken then. */
  readonly take: (device: string, segment: Pick<Segment, 'entries'>) => number | null;
};

/** Entries and bytes of each device, each in a bucket of its own; a segment goes in whole or waits whole. */
export function pushLimit(clock: Clock, burst: number = PUSH_BURST_ENTRIES): PushLimit {
  const counts = rateLimit(clock, burst, ENTRY_EVERY_MS);
  const weights = rateLimit(clock, PUSH_BURST_BYTES, 1 / BYTES_PER_MS);
  return {
    take: (device, { entries }) => {
      const weight = entries.reduce((sum, entry) => sum + entry.length, 0);
      const waits = [counts.look(device, entries.length), weights.look(device, weight)].filter((wait) => wait !== null);
      if (waits.length > 0) return Math.max(...waits);
      counts.take(device, entries.length);
      weights.take(device, weight);
      return null;
    },
  };
}
