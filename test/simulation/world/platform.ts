import type { gunzip, gzip } from 'node:zlib';
import { gunzipSync, gzipSync, type ZlibOptions } from 'node:zlib';
import { vi } from 'vitest';

import type * as Bounds from '#protocol/bounds.ts';
import type * as Gzip from '#sync/gzip.ts';

/**
 * What surrounds the program in a simulated world, loaded before any of it: bounds that a seed chooses, and packing that
 * happens at once instead of in another thread, for which a world would wait longer than for everything else together.
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
  gzip: async (bytes: Uint8Array) => Uint8Array.from(gzipSync(bytes)),
}));

type Done = (error: Error | null, result?: Uint8Array) => void;

vi.mock('node:zlib', async (original) => ({
  ...(await original<object>()),
  gzip: ((bytes: Uint8Array, done: Done) => done(null, gzipSync(bytes))) as unknown as typeof gzip,
  gunzip: ((bytes: Uint8Array, options: ZlibOptions, done: Done) => {
    try {
      done(null, gunzipSync(bytes, options));
    } catch (error) {
      done(error as Error);
    }
  }) as unknown as typeof gunzip,
}));
