import type { MessagePort } from 'node:worker_threads';
import type { Engine } from './engine.ts';
import { jsonLog, whereOf } from './log.ts';

/** What the engine keeps: the SQLite file, and beside it who was revoked and who was erased. */
export type EngineFiles = { readonly database: string; readonly revoked: string; readonly erased: string };

/** A question to the engine's thread, and its answer. */
export type Call = { readonly id: number; readonly method: string; readonly args: readonly unknown[] };
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string }
  | { readonly ready: true };

/** Answers calls from the other thread. */
export function serveCalls(port: MessagePort, engine: Engine): void {
  const methods = engine as unknown as Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;
  port.on('message', (call: Call) => {
    const perform = methods[call.method];
    const done = perform === undefined ? Promise.reject(new Error(`no method ${call.method}`)) : perform(...call.args);
    done.then(
      (value) => port.postMessage({ id: call.id, value } satisfies Reply),
      (cause: unknown) => {
        jsonLog('engine fault', { method: call.method, where: whereOf(cause) });
        port.postMessage({ id: call.id, failed: 'the engine failed' } satisfies Reply);
      },
    );
  });
  port.postMessage({ ready: true } satisfies Reply);
}
