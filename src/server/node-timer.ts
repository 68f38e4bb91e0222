import type { Timer } from '#lib/ports.ts';

/** The process's own timer. It keeps no process alive. */
export const nodeTimer: Timer = {
  after: (delayMs, callback) => {
    const timeout = setTimeout(callback, delayMs).unref();
    return () => clearTimeout(timeout);
  },
};
