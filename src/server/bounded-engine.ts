import type { Engine } from './engine.ts';

/** More calls than this under way at once: the writer cannot keep up, and whoever comes now is asked to come later. */
export const MAX_CALLS = 256;

/** Why a call was not even begun. */
const BUSY = 'the line in front of the writer is full';

/** True for what a call rejects with when the line is full: a refusal for now, not a fault. */
export function isBusy(cause: unknown): boolean {
  return cause instanceof Error && cause.message === BUSY;
}

/** An engine with a bounded line in front of it, wherever it runs. */
export function boundedEngine(engine: Engine): Engine {
  let underWayCount = 0;
  const bounded =
    <A extends readonly unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (underWayCount >= MAX_CALLS) throw new Error(BUSY);
      underWayCount += 1;
      try {
        return await call(...args);
      } finally {
        underWayCount -= 1;
      }
    };
  return {
    founding: engine.founding,
    device: bounded(engine.device),
    offer: bounded(engine.offer),
    enrol: bounded(engine.enrol),
    sync: bounded(engine.sync),
    operate: bounded(engine.operate),
    hasOrganiser: bounded(engine.hasOrganiser),
    tidy: bounded(engine.tidy),
    close: engine.close,
  };
}
