import type { Clock } from '#lib/ports.ts';

/** Names remembered at once, so that nobody can fill the memory with names. */
const MAX_NAMES = 10_000;

export type RateLimit = {
  /** Null when allowed, else seconds until the next try. */
  readonly take: (name: string) => number | null;
};

/** A leaky bucket for each name: `burst` at once, then one each `everyMs`. */
export function rateLimit(clock: Clock, burst: number, everyMs: number): RateLimit {
  const fullUntil = new Map<string, number>();
  return {
    take: (name) => {
      const now = clock.now();
      if (fullUntil.size >= MAX_NAMES) forgetEmpty(fullUntil, now);
      const level = Math.max(fullUntil.get(name) ?? 0, now) + everyMs;
      const waitMs = level - now - burst * everyMs;
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      fullUntil.set(name, level);
      return null;
    },
  };
}

/** Drops who may come again anyway; if everybody is still counted, all begin anew. */
function forgetEmpty(fullUntil: Map<string, number>, now: number): void {
  for (const [name, until] of fullUntil) if (until <= now) fullUntil.delete(name);
  if (fullUntil.size >= MAX_NAMES) fullUntil.clear();
}
