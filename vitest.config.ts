import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const OLDEST_NODE = 26;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  throw new Error(`The tests need Node ${OLDEST_NODE}, and this is ${process.versions.node}: run \`npx vitest run\`.`);
}

/** Rooms whose tests need no page; `test/e2e` belongs to Playwright and `test/bench` to `npm run bench`. */
const PAGELESS = [
  'setup,lib,domain,protocol,planner,handoff,store,sync,worker,server,i18n',
  'contract,architecture,compatibility,stories',
].join(',');

/** Dexie looks for IndexedDB when it is loaded, so it must be there before anything else. */
const PAGE_SETUP = ['fake-indexeddb/auto', 'test/support/light-page.ts', 'test/support/patient-queries.ts'];

export default defineConfig({
  plugins: [react()],
  test: {
    // Two cores: many tests wait for servers and disks, and a third worker works meanwhile.
    maxWorkers: 3,
    // A test runs much code and none of it for long: the last compiler costs more than its code ever saves.
    execArgv: ['--no-opt'],
    allowOnly: false,
    // A machine that does much else at the same time is slow, and nothing else is wrong with it.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Files share a worker, and each module is loaded once: what leaks from one into another is a fault to be found.
          isolate: false,
          include: [`test/{${PAGELESS}}/**/*.test.ts`],
          globalSetup: ['test/support/postgres-of-run.ts'],
          setupFiles: ['test/support/seed-properties.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          environment: 'node',
          isolate: false,
          include: ['test/simulation/**/*.test.ts'],
          setupFiles: ['test/simulation/world/platform.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          // A worker has one window for all its files: React, Dexie and the screens are loaded into it once.
          isolate: false,
          include: ['test/{ui,screens,app}/**/*.test.{ts,tsx}'],
          setupFiles: PAGE_SETUP,
        },
      },
    ],
    exclude: [...configDefaults.exclude, 'test/e2e/**', 'test/bench/**'],
  },
});
