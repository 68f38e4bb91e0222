import { startTransition, useEffect, useState } from 'react';

/** A screenful. */
const AT_ONCE = 20;

type Drawn = {
  /** How many there were to draw. */
  readonly of: number;
  readonly count: number;
};

/**
 * How many of so many rows are drawn: a screenful at once, the rest in the frames after it, twice as many each time and with room
 * for a touch in between. All of them are there within a moment, for whoever scrolls, searches or listens; what comes later to a
 * list that is whole begins with a screenful again.
 */
export function useByAndBy(of: number): number {
  const [drawn, setDrawn] = useState<Drawn>({ of, count: AT_ONCE });
  const before = Math.min(drawn.count, drawn.of);
  const now = drawn.of === of ? drawn : { of, count: before + AT_ONCE };
  if (now !== drawn) setDrawn(now);
  const isWhole = now.count >= of;
  useEffect(() => {
    if (isWhole) return undefined;
    const frame = requestAnimationFrame(() =>
      startTransition(() => setDrawn((known) => ({ ...known, count: known.count * 2 }))),
    );
    return () => cancelAnimationFrame(frame);
  }, [isWhole, now.count]);
  return Math.min(now.count, of);
}
