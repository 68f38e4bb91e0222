import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';

export type Lab = {
  /**
   * Makes `/lab/` of this origin answer with the laboratory page, within one browser context, until the function that it
   * gives is called: as long as it does, every request of the context goes through the bench's own process.
   */
  readonly serveIn: (context: BrowserContext, origin: string) => Promise<() => Promise<void>>;
  readonly remove: () => Promise<void>;
};

/**
 * The product's own store and sync, bundled as the app is, on a page without screens. The page belongs to the real
 * server's origin (the browser is answered in its place), so requests, storage and secure context are the real ones.
 */
export async function buildLab(): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-lab-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'lab.ts'), formats: ['es'], fileName: () => 'lab.js' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = await readFile(join(folder, 'lab.js'), 'utf8');
  const page =
    '<!doctype html><meta charset="utf-8"><title>lab</title><p id="answer"></p><script type="module" src="/lab/lab.js"></script>';
  return {
    serveIn: async (context, origin) => {
      await context.route(`${origin}/lab/`, (route) => route.fulfill({ contentType: 'text/html', body: page }));
      await context.route(`${origin}/lab/lab.js`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script }),
      );
      return () => context.unrouteAll({ behavior: 'wait' });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
