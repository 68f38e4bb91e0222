import { assert } from '#lib/assert.ts';
import { build, type Plugin } from 'vite';

const THREAD = './engine-worker.ts';

/** The thread that the server starts lies beside it under its built name. */
const renameThread: Plugin = {
  name: 'rename-thread',
  transform: {
    filter: { id: /src\/server\/remote\.ts$/ },
    handler: (code) => {
      assert(code.includes(THREAD), `the server starts its thread from ${THREAD}`);
      return code.replace(THREAD, './engine-worker.mjs');
    },
  },
};

const [outDir] = process.argv.slice(2);
assert(outDir !== undefined, 'whoever bundles the server says where to');

/**
 * `npm test` starts the server dozens of times, and half of each start is reading its 130 sources: once they are made one
 * file. It is the same program; that it starts from its sources is for `test/server/start.test.ts` to say.
 */
await build({
  configFile: false,
  logLevel: 'error',
  plugins: [renameThread],
  publicDir: false,
  ssr: { noExternal: true, external: ['pg-native'] },
  build: {
    ssr: true,
    minify: false,
    target: 'node26',
    outDir,
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: 'src/server/main.ts', 'engine-worker': 'src/server/engine-worker.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
