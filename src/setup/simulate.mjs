/**
 * `npm run simulate -- --seeds 2000` lives through that many simulated worlds (`--from 101` leaves out those of `npm test`), `npm run simulate -- --seed 7 --trace` tells
 * what happens in one of them; `--giving` asks what sponsors are told, in many small worlds without phones. The last line is the sum.
 */
import './require-node-20.mjs';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { finish } from './finish.mjs';
import { install } from './install.mjs';
import { toolScript } from './paths.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    giving: { type: 'boolean', default: false },
  },
});
const node = await install();
const folder = mkdtempSync(join(tmpdir(), 'dastarkhan-simulation-'));
const sumFile = join(folder, 'sum.txt');
const args = [
  'run',
  '--project',
  'simulation',
  values.giving ? 'test/simulation/giving-worlds.test.ts' : 'test/simulation/worlds-1-to-100.test.ts',
  '--disable-console-intercept',
];
const env = {
  SEEDS: values.seeds,
  FROM: values.from,
  SUM_FILE: sumFile,
  ...(values.seed === undefined ? {} : { SEED: values.seed }),
  ...(values.trace ? { TRACE: '1' } : {}),
};
const { code } = await finish(node, [toolScript('vitest'), ...args], { show: 'live', env });
if (existsSync(sumFile)) console.log(readFileSync(sumFile, 'utf8'));
rmSync(folder, { recursive: true });
process.exitCode = code;
