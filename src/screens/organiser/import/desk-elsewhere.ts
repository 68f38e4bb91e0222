import { trustedScriptUrl } from '../../common/trusted-script-url.ts';
import { type DeskCall, type ImportDesk, openImportDesk } from './import-desk.ts';
import type { DeskAnswer, DeskQuestion } from './import-desk-worker.ts';
// oxlint-disable-next-line import/default -- the bundler answers with the script's address
import workerUrl from './import-desk-worker.ts?worker&url';

export type DeskElsewhere = ImportDesk & { readonly close: () => void };

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void };

/** A desk in a worker of its own; in the page itself where there are no workers. */
export function openDeskElsewhere(): DeskElsewhere {
  if (typeof Worker === 'undefined') return { ...openImportDesk(), close: () => undefined };
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastNumber = 0;
  worker.onmessage = ({ data }: MessageEvent<DeskAnswer>) => {
    const { resolve, reject } = waiting.get(data.number) ?? {};
    waiting.delete(data.number);
    if (data.type === 'answer') resolve?.(data.value);
    else reject?.(new Error('The desk failed'));
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('The desk did not start'));
    waiting.clear();
  };
  const ask = (...call: DeskCall): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastNumber += 1;
      waiting.set(lastNumber, { resolve, reject });
      worker.postMessage({ number: lastNumber, call } satisfies DeskQuestion);
    });
  return {
    open: (file) => ask('open', [file]) as ReturnType<ImportDesk['open']>,
    guess: (...args) => ask('guess', args) as ReturnType<ImportDesk['guess']>,
    signs: (...args) => ask('signs', args) as ReturnType<ImportDesk['signs']>,
    plan: (...args) => ask('plan', args) as ReturnType<ImportDesk['plan']>,
    close: () => worker.terminate(),
  };
}
