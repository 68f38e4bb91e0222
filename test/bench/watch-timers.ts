import type { Page } from '@playwright/test';

/** Counts the timers that run in a page. It is put into the page before anything else, so it stands alone. */
export function watchTimers(): void {
  const running = new Set<unknown>();
  const { setTimeout: after, clearTimeout: stop, setInterval: every, clearInterval: end } = globalThis;
  const timers = {
    running,
    setTimeout: (callback: () => void, delayMs?: number, ...rest: unknown[]) => {
      const timer = after(() => {
        running.delete(timer);
        callback.call(globalThis, ...(rest as []));
      }, delayMs);
      running.add(timer);
      return timer;
    },
    clearTimeout: (timer: number) => {
      running.delete(timer);
      stop(timer);
    },
    setInterval: (callback: () => void, delayMs?: number) => {
      const timer = every(callback, delayMs);
      running.add(timer);
      return timer;
    },
    clearInterval: (timer: number) => {
      running.delete(timer);
      end(timer);
    },
  };
  Object.assign(globalThis, timers, { runningTimers: running });
}

/** Hides the page as a phone's pocket does, and gives how many timers still run when the short ones have rung. */
export async function timersOfHiddenPage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    const { runningTimers } = globalThis as unknown as { readonly runningTimers: ReadonlySet<unknown> };
    // A message that disappears by itself may still be there for ten seconds: it is the lasting ones that count.
    const frame = () => new Promise((painted) => requestAnimationFrame(painted));
    const until = performance.now() + 12_000;
    while (performance.now() < until) await frame();
    return runningTimers.size;
  });
}
