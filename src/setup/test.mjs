/**
 * `npm test`: everything, browser included. The quick checks run beside each other, the tests one after another, since
 * both kinds fill two cores by themselves. The last line is the sum.
 */
import './require-node-20.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildNow } from './build.mjs';
import { finish } from './finish.mjs';
import { install } from './install.mjs';
import { INSTALLED, toolScript } from './paths.mjs';
import { failedNames, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** By itself it checks four projects at once with four checkers each, which all learn the same types anew: twice the work. */
const TWO_CORES = ['--builders', '2', '--checkers', '1'];
/** Types and lint live for seconds: their collectors need not tidy each time that the memory has doubled. */
const SELDOM_TIDIED = { GOGC: '400' };

/** The server that the tests start dozens of times, as one file: its sources are read and stripped of types once. */
const bundledServer = join(INSTALLED, '.cache', 'server-of-tests');

const startedAt = Date.now();
const node = await install();
const reports = mkdtempSync(join(tmpdir(), 'dastarkhan-test-'));

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const env = { TESTED_SERVER: join(bundledServer, 'main.mjs') };

/** @type {import('./test-counts.mjs').Counts[]} */
const counts = [];
/** @type {string[]} */
const failures = [];
try {
  counts.push(
    ...(await Promise.all([
      check('types', () => finish(node, [toolScript('tsc'), '-b', '--pretty', ...TWO_CORES], { env: SELDOM_TIDIED })),
      check('lint', () =>
        finish(node, [toolScript('oxlint'), '--type-aware', '--deny-warnings'], { env: SELDOM_TIDIED }),
      ),
      check('format', () => finish(node, [toolScript('oxfmt'), '--check'])),
      check('build', () => buildNow(node)),
      check('server', () => finish(node, ['test/support/bundle-server.ts', bundledServer])),
    ])),
  );
  counts.push(await unitTests(), await browserTests());
  failures.push(...failedNames(vitestReport), ...failedNames(playwrightReport));
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const name of failures) console.log(`FAILED ${name}`);
console.log(`\n${seconds(Date.now() - startedAt)} in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * A check that fails counts as one failure; one that holds is not a test and is not counted.
 * @param {string} name
 * @param {() => Promise<import('./finish.mjs').Finished>} perform
 */
async function check(name, perform) {
  const { code, output, tookMs } = await perform();
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(tookMs)})`);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

async function unitTests() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const { code } = await finish(node, [toolScript('vitest'), ...args], { show: 'live', env });
  return vitestCounts(vitestReport, code);
}

async function browserTests() {
  const args = ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'];
  const { code } = await finish(node, [toolScript('playwright'), ...args], {
    show: 'live',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  });
  return playwrightCounts(playwrightReport, code);
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
