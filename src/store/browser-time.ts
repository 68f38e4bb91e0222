import type { Clock, Timer } from '#lib/ports.ts';

export const browserClock: Clock = { now: () => Date.now() };

export const browserTimer: Timer = {
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
