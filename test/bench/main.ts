import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, chooseBrowser } from '#test/e2e/support/browser.ts';
import { buildLab } from './lab/build-lab.ts';
import { measureBoard } from './coverage-board.ts';
import { measureCoverageView } from './coverage-view.ts';
import { measureRound, SAVE, type Scene } from './measure.ts';
import { measurePhone } from './phone-app.ts';
import { measureReport } from './report.ts';
import { type Figure, figuresToText, growthOf, isWithin, measured, type Measurement, toFigures } from './statistics.ts';

/**
 * Sizes of the table and rounds at each; other sizes as arguments: `npm run bench -- 500 2000`. Or names of parts, where only
 * those shall be measured: `npm run bench -- board view`.
 */
const SIZES = [1_000, 10_000];
const SMALL = 2_000;
const ROUNDS_SMALL = 7;
const ROUNDS_LARGE = 5;
/** A round that nobody counts: the browser, the disk's cache and the baseline's own code have run by then. */
const WARM_UP = 500;
/** A save does not cost more where there are more: what is left is the noise of two medians. */
const MOST_GROWTH = 1.25;
const JSON_FILE = 'node_modules/.cache/bench.json';

const args = process.argv.slice(2);
const sizes = args.map(Number).filter((size) => size > 0);
const { executable } = await chooseBrowser();
const options = {
  executablePath: executable,
  args: [...BROWSER_FLAGS, '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests'],
};
const openBrowser = (folder: string) =>
  chromium.launchPersistentContext(folder, { ...options, serviceWorkers: 'block' });
const browser = await chromium.launch(options);
/** What is measured, in the order in which it is told. */
const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  save: measureSaves,
  phone: async () => toFigures(await measurePhone(browser)),
  view: async () => measureCoverageView(),
  board: () => measureBoard(browser),
  report: measureReport,
};
const named = Object.keys(PARTS).filter((part) => args.includes(part));
const figures: Figure[] = [];
try {
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) figures.push(...((await PARTS[part]?.()) ?? []));
} finally {
  await browser.close();
}
console.log(figuresToText(figures));
console.log(`The same as JSON: ${JSON_FILE}`);
const json = figures.map((figure) => ({ ...figure, measured: measured(figure), isWithin: isWithin(figure) }));
await writeFile(JSON_FILE, JSON.stringify(json, null, 2));

async function measureSaves(): Promise<readonly Figure[]> {
  const lab = await buildLab();
  try {
    const saves = toFigures(await measureSizes({ openBrowser, lab }, sizes.length > 0 ? sizes : SIZES));
    return [...saves, ...growthOf(saves, SAVE, MOST_GROWTH)];
  } finally {
    await lab.remove();
  }
}

async function measureSizes(scene: Scene, deliveryCounts: readonly number[]): Promise<readonly Measurement[]> {
  await measureRound(scene, WARM_UP);
  const measurements: Measurement[] = [];
  for (const deliveryCount of deliveryCounts) {
    const rounds = deliveryCount <= SMALL ? ROUNDS_SMALL : ROUNDS_LARGE;
    for (let round = 0; round < rounds; round += 1) measurements.push(...(await measureRound(scene, deliveryCount)));
  }
  return measurements;
}
