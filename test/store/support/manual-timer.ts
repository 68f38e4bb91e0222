import type { Timer } from '#lib/ports.ts';

/** A clock that moves only when a test moves it. */
export type ManualTime = {
  readonly clock: { now: () => number };
  readonly timer: Timer;
  readonly advance: (ms: number) => void;
};

/** Time that stands still at `startAt` until `advance`, which runs what has come due, in order. */
export function manualTime(startAt: number): ManualTime {
  let now = startAt;
  const waiting = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    clock: { now: () => now },
    timer: {
      after: (delayMs, callback) => {
        const alarm = { at: now + delayMs, callback };
        waiting.add(alarm);
        return () => waiting.delete(alarm);
      },
    },
    advance: (ms) => {
      now += ms;
      for (const alarm of [...waiting].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)) {
        waiting.delete(alarm);
        alarm.callback();
      }
    },
  };
}
