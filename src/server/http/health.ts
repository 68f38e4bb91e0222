import type { Timer } from '#lib/ports.ts';
import type { Engine } from '../engine.ts';

/** A memory that does not answer for so long is as good as none. */
const LONGEST_MS = 5_000;

/** Asks the engine whether it is well; however many ask at once, it is asked once. Never rejects, and always answers in time. */
export function healthCheck(engine: Pick<Engine, 'check'>, timer: Timer): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = timer.after(LONGEST_MS, () => resolve(false));
      const answer = (isWell: boolean) => {
        cancel();
        resolve(isWell);
      };
      engine.check().then(
        () => answer(true),
        () => answer(false),
      );
    });
  return () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    return asked;
  };
}
