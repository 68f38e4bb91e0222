import { startTransition, useEffect, useState } from 'react';

/** What a laptop shows of a page's first table, below the page's head. */
const FIRST = 12;
/** What somebody who asks for more is shown at once. */
const MORE = 20;

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
  const [drawn, setDrawn] = useState<Drawn>({ of, count: FIRST });
  const before = Math.min(drawn.count, drawn.of);
  const now = drawn.of === of ? drawn : { of, count: before + MORE };
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
