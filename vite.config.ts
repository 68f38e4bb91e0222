import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

import manifest from './package.json' with { type: 'json' };
import { builtFiles } from './src/setup/built-files.mjs';
import { DEVELOPMENT_SERVER_ADDRESS } from './src/setup/development-address.mjs';
import { FILE_SETS, setsOfFiles } from './src/setup/file-sets.mjs';
import { joinedChunks } from './src/setup/joined-chunks.mjs';
import { packFiles } from './src/setup/pack-files.mjs';
import { webManifest } from './src/setup/web-manifest.mjs';

const OUTPUT = 'dist';

/** The QR reader's WebAssembly is the largest file that a phone must hold to work with no network. */
const LARGEST_PRECACHED_BYTES = 4 * 1024 * 1024;

interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string | undefined;
  readonly size: number;
  /** The sets that the file belongs to; none when every phone holds it. */
  readonly sets?: readonly string[] | undefined;
}

/** Known once the files are written; the worker's list is made after that. */
let setsByFile: ReadonlyMap<string, readonly string[]> = new Map();

const noteFileSets: Plugin = {
  name: 'note-file-sets',
  writeBundle(_options, bundle) {
    setsByFile = setsOfFiles(builtFiles(bundle, import.meta.dirname), FILE_SETS);
  },
};

/** Last, when the worker is written too. */
const packOutput: Plugin = {
  name: 'pack-output',
  closeBundle: { sequential: true, order: 'post', handler: () => packFiles(OUTPUT) },
};

/**
 * Every precached file carries its hash: a captive portal that answers 200 with its own page while the worker installs
 * must fail the installation, not poison the cache.
 */
const addIntegrityAndSets = async (entries: readonly PrecacheEntry[]) => {
  const withHash = async (entry: PrecacheEntry) => {
    const bytes = await readFile(join(OUTPUT, entry.url));
    const integrity = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
    const sets = setsByFile.get(entry.url);
    return { ...entry, integrity, ...(sets === undefined ? {} : { sets }) };
  };
  return { manifest: await Promise.all(entries.map(withHash)), warnings: [] };
};

export default defineConfig({
  plugins: [
    react(),
    noteFileSets,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      // The app registers the worker itself: Trusted Types refuse the plugin's string URL.
      injectRegister: false,
      manifest: webManifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm}'],
        // The system takes the icons once, when the app is put on the home screen; the pictures are for the README.
        globIgnores: [
          'pictures/*',
          'icons/{maskable,monochrome}*',
          'icons/icon.svg',
          'icons/*-{192,512}.png',
          'icons/apple-*',
        ],
        maximumFileSizeToCacheInBytes: LARGEST_PRECACHED_BYTES,
        manifestTransforms: [addIntegrityAndSets],
      },
    }),
    packOutput,
  ],
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(manifest.version) },
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    // The sponsor's page is an entry of its own: it loads nothing of the app.
    rolldownOptions: {
      input: ['index.html', 'sponsor.html'],
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
