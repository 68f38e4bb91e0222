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
