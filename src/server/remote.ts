import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Call, EngineFiles, Reply } from './calls.ts';
import type { Engine } from './engine.ts';

/** A push of thousands lives until its commit and dies at once: in room enough it is never moved while it lives. */
const YOUNG_MIB = 96;
/** The part of it that is there from the beginning: grown bit by bit, it would be swept four times in a first push of 1,000. */
const FIRST_YOUNG_MIB = 16;
const ENDED = 'the engine thread ended';

/** The engine in a thread of its own, over a SQLite file. `onLost`: the thread ended although nobody closed it. */
export async function startEngineThread(files: EngineFiles, onLost: () => void): Promise<Engine> {
  // Only a flag says it. It holds for whatever is started after it, and that is the engine alone.
  setFlagsFromString(`--min-semi-space-size=${FIRST_YOUNG_MIB}`);
  // Else the loop over a push would be compiled while it runs, together with all that it calls: a third of the processor
  // for what is ready when the push is done. What the loop calls is compiled as it is called.
  setFlagsFromString('--no-use-osr');
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    workerData: files,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (cause: Error) => void }
  >();
  let lastId = 0;
  let state: 'starting' | 'serving' | 'closing' | 'ended' = 'starting';
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
    worker.on('exit', () => {
      failAll(new Error(ENDED));
      if (state === 'serving') onLost();
      state = 'ended';
    });
  });
  state = 'serving';
  const call = (method: string, ...args: readonly unknown[]): Promise<never> => {
    if (state === 'ended') return Promise.reject(new Error(ENDED));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  };
  return {
    ...callsOf(call),
    close: async () => {
      state = 'closing';
      await call('close');
      await worker.terminate();
    },
  };
}

/** Every question of the engine, asked over there. */
function callsOf(call: (method: string, ...args: readonly unknown[]) => Promise<never>): Omit<Engine, 'close'> {
  let founding: ReturnType<Engine['founding']> | undefined;
  return {
    // Every request asks for it, and it never changes.
    founding: () => (founding ??= call('founding')),
    device: (device) => call('device', device),
    offer: (secret, now) => call('offer', secret, now),
    enrol: (request, now) => call('enrol', request, now),
    sync: (request, device, now) => call('sync', request, device, now),
    carry: (request, device, now) => call('carry', request, device, now),
    branchPages: (request, now) => call('branchPages', request, now),
    sponsorPage: (secret, now) => call('sponsorPage', secret, now),
    offerPledge: (offer, now) => call('offerPledge', offer, now),
    takePicture: (request, device, now) => call('takePicture', request, device, now),
    showPicture: (photo, device) => call('showPicture', photo, device),
    sponsorPicture: (asked, now) => call('sponsorPicture', asked, now),
    operate: (branch, mutation, now) => call('operate', branch, mutation, now),
    hasOrganiser: () => call('hasOrganiser'),
    openBranch: (body, now) => call('openBranch', body, now),
    branches: () => call('branches'),
    erase: (branch, member, now) => call('erase', branch, member, now),
    vitals: (now) => call('vitals', now),
    check: () => call('check'),
    tidy: (now, personDays) => call('tidy', now, personDays),
  };
}
