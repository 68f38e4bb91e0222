import type { Timer } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';

/** Lets one window, tab or worker at a time do the work; `taken` when the others have not finished in time. */
export type Lock = <T>(
  name: string,
  limitMs: number,
  work: () => Promise<T>,
) => Promise<Result<T, { readonly code: 'taken' }>>;

/**
 * The browser's locks. Nothing that must be right depends on them: what two engines do at the same time is caught by the
 * transactions. They only spare the network, so a browser without them goes on without.
 */
export function webLock(timer: Timer): Lock {
  return async (name, limitMs, work) => {
    if (typeof navigator === 'undefined' || !('locks' in navigator)) return ok(await work());
    const controller = new AbortController();
    const cancel = timer.after(limitMs, () => controller.abort());
    try {
      return await navigator.locks.request(`dastarkhan-${name}`, { signal: controller.signal }, async () => {
        cancel();
        return ok(await work());
      });
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      return err({ code: 'taken' });
    } finally {
      cancel();
    }
  };
}
