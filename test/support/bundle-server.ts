import { assert } from '#lib/assert.ts';
import { build, type Plugin } from 'vite';

import { COMMANDS, commandSources, SOURCES } from './tested-programs.ts';

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

const commands = Object.fromEntries(COMMANDS.map((name) => [`commands/${name}`, commandSources(name)]));

/**
 * `npm test` starts the server dozens of times and its operator's commands as often, and most of each start is reading up
 * to 130 sources: once they are made one file. They are the same programs; that they start from their sources is for
 * `test/setup/start.test.ts`, the second start and `test/server/commands-explain.test.ts` to say.
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
      input: { main: SOURCES, 'engine-worker': 'src/server/engine-worker.ts', ...commands },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
