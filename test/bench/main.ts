import { writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, chooseBrowser } from '#test/e2e/support/browser.ts';
import { type Part, readChosen, ROUND_PARTS, type RoundPart } from './chosen.ts';
import { buildLab } from './lab/build-lab.ts';
import { measureBusyDay } from './busy-day.ts';
import { measureBoard } from './coverage-board.ts';
import { measureCoverageView } from './coverage-view.ts';
import { measureRound, SAVE, type Scene } from './measure.ts';
import { measurePhone } from './phone-app.ts';
import { measureImport } from './import-pieces.ts';
import { measureReport } from './report.ts';
import { measureSponsorPage } from './sponsor-page.ts';
import { type Figure, figuresToText, growthOf, isWithin, measured, type Measurement, toFigures } from './statistics.ts';

/** Sizes of the table and rounds at each; others, and some parts only: `npm run bench -- 10000 push pull rounds=3`. */
const SIZES = [1_000, 10_000];
const SMALL = 2_000;
const ROUNDS_SMALL = 7;
const ROUNDS_LARGE = 5;
/** A round that nobody counts: the browser, the disk's cache and the baseline's own code have run by then. */
const WARM_UP = 500;
/** A save does not cost more where there are more: what is left is the noise of two medians. */
const MOST_GROWTH = 1.25;
const JSON_FILE = 'node_modules/.cache/bench.json';

const chosen = readChosen(process.argv.slice(2));
const { executable } = await chooseBrowser();
const options = {
  executablePath: executable,
  args: [...BROWSER_FLAGS, '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests'],
};
const openBrowser = (folder: string) =>
  chromium.launchPersistentContext(folder, { ...options, serviceWorkers: 'block' });
const browser = await chromium.launch(options);
/** What is measured, in the order in which it is told. */
const OTHER_PARTS: Readonly<Record<Exclude<Part, RoundPart>, () => Promise<readonly Figure[]>>> = {
  phone: async () => toFigures(await measurePhone(browser)),
  view: async () => measureCoverageView(),
  board: () => measureBoard(browser),
  day: () => measureBusyDay(browser),
  import: async () => toFigures(await measureImport(browser)),
  report: measureReport,
  sponsor: async () => toFigures(await measureSponsorPage(browser)),
};
const figures: Figure[] = [];
try {
  if (ROUND_PARTS.some(chosen.has)) figures.push(...(await measureRounds()));
  for (const part of ['phone', 'view', 'board', 'day', 'import', 'report', 'sponsor'] as const)
    if (chosen.has(part)) figures.push(...(await OTHER_PARTS[part]()));
} finally {
  await browser.close();
}
console.log(figuresToText(figures));
console.log(`The same as JSON: ${JSON_FILE}`);
const json = figures.map((figure) => ({ ...figure, measured: measured(figure), isWithin: isWithin(figure) }));
await writeFile(JSON_FILE, JSON.stringify(json, null, 2));

async function measureRounds(): Promise<readonly Figure[]> {
  const lab = await buildLab();
  try {
    const found = toFigures(await measureSizes({ openBrowser, lab, isAsked: chosen.has }));
    return [...found, ...growthOf(found, SAVE, MOST_GROWTH)];
  } finally {
    await lab.remove();
  }
}

async function measureSizes(scene: Scene): Promise<readonly Measurement[]> {
  await measureRound(scene, WARM_UP);
  const measurements: Measurement[] = [];
  for (const deliveryCount of chosen.sizes.length > 0 ? chosen.sizes : SIZES) {
    const rounds = chosen.rounds ?? (deliveryCount <= SMALL ? ROUNDS_SMALL : ROUNDS_LARGE);
    for (let round = 0; round < rounds; round += 1) measurements.push(...(await measureRound(scene, deliveryCount)));
  }
  return measurements;
}
