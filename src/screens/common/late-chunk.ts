import type { Timer } from '#lib/ports.ts';

export type LateStanding<T> =
  | { readonly type: 'coming' | 'notHere' }
  /** In memory: it opens with no network for as long as the window lives. */
  | { readonly type: 'here'; readonly value: T };

export type LateChunk<T> = {
  readonly read: () => LateStanding<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins to load, once. Resolves when it is here, when it is not to be had, or when somebody has waited long enough. */
  readonly begin: () => Promise<void>;
  readonly retry: () => void;
};

/** A person who tapped sees that the tap did something; what lies on the phone is here long before. */
const PATIENCE_MS = 1_000;

/**
 * A piece of the app that is loaded late. With the network away before the phone holds it, that is something to say, not a crash.
 *
 *   coming --loaded--> here
 *     ^ `--not to be had--> notHere --.
 *     `--------- retry --------------'
 */
export function lateChunk<T>(load: () => Promise<T>, timer: Timer): LateChunk<T> {
  const listeners = new Set<() => void>();
  let standing: LateStanding<T> = { type: 'coming' };
  let begun: Promise<void> | undefined;
  const settle = (next: LateStanding<T>): void => {
    standing = next;
    listeners.forEach((listener) => listener());
  };
  const attempt = async (onSettled = (): void => undefined): Promise<void> => {
    const next = await load().then(
      (value) => ({ type: 'here', value }) as const,
      () => ({ type: 'notHere' }) as const,
    );
    onSettled();
    settle(next);
  };
  return {
    read: () => standing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () => {
      if (begun !== undefined) return begun;
      const waiting = new Promise<void>((resolve) => {
        const end = (): void => {
          // What `use` reads first: nobody waits for what is over, not even for a moment.
          void Object.assign(waiting, { status: 'fulfilled', value: undefined });
          resolve();
        };
        const cancel = timer.after(PATIENCE_MS, end);
        void attempt(() => {
          cancel();
          end();
        });
      });
      begun = waiting;
      return begun;
    },
    retry: () => {
      if (standing.type !== 'notHere') return;
      settle({ type: 'coming' });
      void attempt();
    },
  };
}
