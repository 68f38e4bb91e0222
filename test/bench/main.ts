import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, chooseBrowser } from '#test/e2e/support/browser.ts';
import { buildLab } from './lab/build-lab.ts';
import { measureBoard } from './coverage-board.ts';
import { measureCoverageView } from './coverage-view.ts';
import { measureAll } from './measure.ts';
import { type Figure, figuresToText, measured } from './statistics.ts';

/** Sizes of the table; others as arguments: `npm run bench -- 500 2000`. */
const SIZES = [1_000, 10_000];
const JSON_FILE = 'node_modules/.cache/bench.json';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const { executable } = await chooseBrowser();
const browser = await chromium.launch({
  executablePath: executable,
  args: [...BROWSER_FLAGS, '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests'],
});
const lab = await buildLab();
const figures: Figure[] = [];
try {
  figures.push(...measureCoverageView(), ...(await measureBoard(browser)));
  for (const size of sizes.length > 0 ? sizes : SIZES) figures.push(...(await measureAll({ browser, lab }, size)));
} finally {
  await browser.close();
  await lab.remove();
}
console.log(figuresToText(figures));
console.log(`The same as JSON: ${JSON_FILE}`);
await writeFile(
  JSON_FILE,
  JSON.stringify(
    figures.map((figure) => ({ ...figure, measured: measured(figure) })),
    null,
    2,
  ),
);
