import type { MessagePort } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { Engine } from './engine.ts';

type Call = { readonly id: number; readonly method: string; readonly args: readonly unknown[] };
type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string }
  | { readonly ready: true };

/** More calls than this under way at once: the writer cannot keep up, and whoever comes now is asked to come later. */
export const MAX_CALLS = 256;

/** Thrown when the line in front of the writer is full. */
export class BusyError extends Error {}

/** Answers calls from the other thread. */
export function serveCalls(port: MessagePort, engine: Engine): void {
  const methods = engine as unknown as Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
  port.on('message', (call: Call) => {
    const perform = methods[call.method];
    const done = perform === undefined ? Promise.reject(new Error(`no method ${call.method}`)) : perform(...call.args);
    done.then(
      (value) => port.postMessage({ id: call.id, value } satisfies Reply),
      (cause: unknown) => port.postMessage({ id: call.id, failed: String(cause) } satisfies Reply),
    );
  });
  port.postMessage({ ready: true } satisfies Reply);
}

/** The engine in a thread of its own, over a SQLite file. */
export async function startEngineThread(file: string): Promise<Engine> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData: file });
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (cause: Error) => void }
  >();
  let lastId = 0;
  const failAll = (cause: Error) => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if ('ready' in reply) return resolve();
      const call = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('failed' in reply) call?.reject(new Error(reply.failed));
      else call?.resolve(reply.value);
    });
    worker.on('error', (cause: Error) => {
      reject(cause);
      failAll(cause);
    });
    worker.on('exit', () => failAll(new Error('the engine thread ended')));
  });
  const call = (method: string, ...args: readonly unknown[]): Promise<never> => {
    if (waiting.size >= MAX_CALLS) return Promise.reject(new BusyError('the line in front of the writer is full'));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  };
  return {
    founding: () => call('founding'),
    device: (device) => call('device', device),
    offer: (secret, now) => call('offer', secret, now),
    enrol: (request, now) => call('enrol', request, now),
    sync: (request, device, now) => call('sync', request, device, now),
    operate: (branch, mutation, now) => call('operate', branch, mutation, now),
    hasOrganiser: () => call('hasOrganiser'),
    close: async () => {
      await call('close');
      await worker.terminate();
    },
  };
}
