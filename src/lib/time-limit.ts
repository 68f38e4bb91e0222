import type { Timer } from './ports.ts';

/** Waits for the work, but no longer than the limit: then `onLimit` says what to answer, and what comes later is ignored. */
export function withinLimit<T>(work: Promise<T>, limitMs: number, onLimit: () => T, timer: Timer): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timer.after(limitMs, () => resolve(onLimit()));
    work.then(resolve, reject).finally(cancel);
  });
}
