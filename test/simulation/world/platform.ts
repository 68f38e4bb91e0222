import type { gunzip, gzip } from 'node:zlib';
import { gunzipSync, type ZlibOptions } from 'node:zlib';
import { vi } from 'vitest';

import type * as NodeCrypto from '#server/auth/node-crypto.ts';
import type * as Bounds from '#protocol/bounds.ts';
import type * as Gzip from '#sync/gzip.ts';

import { plainCopy } from '#test/support/plain-copy.ts';
import { stored } from './stored-gzip.ts';

const SERVER_KEY = 'the key of a simulated server';

/**
 * What surrounds the program in a simulated world, loaded before any of it: bounds that a seed chooses, seals for the
 * server's signatures, and packing that happens at once instead of in another thread, for which a world would wait longer
 * than for everything else together.
 */
vi.mock('#protocol/bounds.ts', async (original) => {
  const { pace } = await import('./pace.ts');
  const bounds = await original<typeof Bounds>();
  return {
    ...bounds,
    get MAX_PAGE_ROWS() {
      return pace.pageRows;
    },
    get FIRST_BATCH_BYTES() {
      return pace.firstBatchBytes;
    },
  };
});

vi.mock('#sync/gzip.ts', async (original) => ({
  ...(await original<typeof Gzip>()),
  gzip: async (bytes: Uint8Array) => stored(bytes),
}));

vi.mock('#server/auth/node-crypto.ts', async (original) => {
  const { sealOf, verifySeal } = await import('./seals.ts');
  const crypto = await original<typeof NodeCrypto>();
  return {
    ...crypto,
    newServerKey: () => SERVER_KEY,
    readServerKey: (text: string) => {
      const publicKey = Uint8Array.from([
        4,
        ...crypto.sha256(Buffer.from(text)),
        ...crypto.sha256(Buffer.from(`${text} `)),
      ]);
      return { publicKey, sign: async (bytes: Uint8Array) => sealOf(publicKey, bytes) };
    },
    createVerify: () => verifySeal,
  };
});

type Done = (error: Error | null, result?: Uint8Array) => void;

vi.mock('node:zlib', async (original) => ({
  ...(await original<object>()),
  gzip: ((bytes: Uint8Array, done: Done) => done(null, stored(bytes))) as unknown as typeof gzip,
  gunzip: ((bytes: Uint8Array, options: ZlibOptions, done: Done) => {
    try {
      done(null, gunzipSync(bytes, options));
    } catch (error) {
      done(error as Error);
    }
  }) as unknown as typeof gunzip,
}));

globalThis.structuredClone = plainCopy;
// All windows of a world are in one process, where nobody waits for news of changes.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
// Dexie takes what of IndexedDB is there when it is loaded.
// @ts-expect-error -- its types are not where its exports say.
await import('fake-indexeddb/auto');
const { Dexie } = await import('dexie');
/** What Dexie does at each write for live queries and for hooks, of which a world has none. */
const FOR_OTHERS = ['Observability', 'Cache', 'HooksMiddleware'];
Dexie.addons.push((database) => {
  for (const name of FOR_OTHERS) database.unuse({ stack: 'dbcore', name });
});
