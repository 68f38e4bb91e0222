import type { Clock } from '#lib/ports.ts';

/** Names remembered at once, so that nobody can fill the memory with names. */
const MAX_NAMES = 10_000;

export type RateLimit = {
  /** Null when allowed, else seconds until the next try. Nothing is taken then. */
  readonly take: (name: string, count?: number) => number | null;
  /** What `take` would answer. */
  readonly look: (name: string, count?: number) => number | null;
};

/** A leaky bucket for each name: `burst` at once, then one each `everyMs`. */
export function rateLimit(clock: Clock, burst: number, everyMs: number): RateLimit {
  const fullUntil = new Map<string, number>();
  const levelWith = (name: string, count: number) => Math.max(fullUntil.get(name) ?? 0, clock.now()) + count * everyMs;
  const look = (name: string, count = 1) => {
    const waitMs = levelWith(name, count) - clock.now() - burst * everyMs;
    return waitMs > 0 ? Math.ceil(waitMs / 1000) : null;
  };
  return {
    look,
    take: (name, count = 1) => {
      if (fullUntil.size >= MAX_NAMES) forgetEmpty(fullUntil, clock.now());
      const waitSeconds = look(name, count);
      if (waitSeconds === null) fullUntil.set(name, levelWith(name, count));
      return waitSeconds;
    },
  };
}

/** Drops who may come again anyway; if everybody is still counted, all begin anew. */
function forgetEmpty(fullUntil: Map<string, number>, now: number): void {
  for (const [name, until] of fullUntil) if (until <= now) fullUntil.delete(name);
  if (fullUntil.size >= MAX_NAMES) fullUntil.clear();
}
