import type { Timer } from '#lib/ports.ts';
import { withinLimit } from '#lib/time-limit.ts';

/** What a page says to the service worker; `done` once the worker has done it, `notDone` when it could not. */
export type WorkerMessage =
  | { readonly type: 'activateNow' | 'windowOpened' }
  | { readonly type: 'holdSet' | 'letSetGo'; readonly set: string };

/** Says it to one worker and waits for its answer. One that is stopped or replaced meanwhile never answers. */
export function askWorker(worker: ServiceWorker, message: WorkerMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      port1.close();
      resolve(data === 'done');
    });
    port1.start();
    worker.postMessage(message, [port2]);
  });
}

/** Longer than a worker needs to begin and to look whether all its files are here. */
const PATIENCE_MS = 5_000;
const TRIES = 3;

/** Says what may be said twice again to a worker that does not answer: one that is just being stopped by the system hears nothing. */
export async function insistOnWorker(worker: ServiceWorker, message: WorkerMessage, timer: Timer): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const answer = await withinLimit<boolean | undefined>(
      askWorker(worker, message),
      PATIENCE_MS,
      () => undefined,
      timer,
    );
    if (answer !== undefined) return answer;
  }
  return false;
}
