import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, type ResolvedConfig } from 'vite';

import manifest from './package.json' with { type: 'json' };
import { builtFiles } from './src/setup/built-files.mjs';
import { DEVELOPMENT_SERVER_ADDRESS } from './src/setup/development-address.mjs';
import { FILE_SETS, setsOfFiles } from './src/setup/file-sets.mjs';
import { joinedChunks } from './src/setup/joined-chunks.mjs';
import { packFiles } from './src/setup/pack-files.mjs';
import { WORKER_FILE, precachedFiles, withList } from './src/setup/precached-files.mjs';
import { webManifest } from './src/setup/web-manifest.mjs';

const OUTPUT = 'dist';
const WEB_MANIFEST = 'manifest.webmanifest';

const writeWebManifest: Plugin = {
  name: 'write-web-manifest',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'manifest', href: `/${WEB_MANIFEST}` }, injectTo: 'head' }],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: WEB_MANIFEST, source: `${JSON.stringify(webManifest)}\n` });
  },
};

/** The worker lists all other files, so that it is built when they are written. */
const writeWorker: Plugin = {
  name: 'write-worker',
  apply: 'build',
  async writeBundle(_options, bundle) {
    const sets = setsOfFiles(builtFiles(bundle, import.meta.dirname), FILE_SETS);
    const files = await precachedFiles(OUTPUT, sets);
    await writeFile(join(OUTPUT, WORKER_FILE), withList(await builtWorker(this.environment.config), files));
  },
};

/** The code of the worker, in one piece: a browser holds nothing for it but its own file. */
async function builtWorker({ root, mode, define, build: { target, minify } }: ResolvedConfig): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    mode,
    ...(define === undefined ? {} : { define }),
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target,
      minify,
      modulePreload: false,
      rolldownOptions: { input: 'src/worker/service-worker.ts', output: { codeSplitting: false } },
    },
  });
  if (!('output' in built) || built.output.length > 1) throw new Error('The worker was built into more than one file.');
  return built.output[0].code;
}

/** Last, when the worker is written too. */
const packOutput: Plugin = {
  name: 'pack-output',
  closeBundle: { sequential: true, order: 'post', handler: () => packFiles(OUTPUT) },
};

export default defineConfig({
  plugins: [react(), writeWebManifest, writeWorker, packOutput],
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(manifest.version) },
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    // The sponsor's page is an entry of its own: it loads nothing of the app.
    rolldownOptions: {
      input: ['index.html', 'sponsor.html'],
      // The worker and the packing take longer than the bundler itself, and are meant to.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'joined', name: joinedChunks(import.meta.dirname), includeDependenciesRecursively: false },
          ],
        },
      },
    },
    cssTarget: ['chrome111', 'firefox115', 'safari16.4'],
    // `img-src data:` and `font-src data:` stay closed in the page's policy, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: DEVELOPMENT_SERVER_ADDRESS },
      '/healthz': { target: DEVELOPMENT_SERVER_ADDRESS },
    },
  },
});
