import { readFile } from 'node:fs/promises';

import { expect, test, type Page } from '@playwright/test';

import { readXlsx } from '#screens/organiser/spreadsheet/read-xlsx.ts';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';
import { writeCheckpoint } from '#test/support/test-plan.ts';

import { type Branch, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { untilSetHeld } from './support/phone.ts';

/** Longer than this nobody waits for a tap to answer, on a machine four times as slow as this one. */
const MOST_MS = 200;
const SLOWER = 4;
const LINES = 10_000;
const RUN_LINES = 400;

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a workbook of ten thousand lines is looked through and brought in with no network, and holds nobody up', async ({
  browser,
}) => {
  const desk = await openDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/import`);
  await expect(desk.getByLabel('Choose a file')).toBeAttached();
  await untilSetHeld(desk, 'organiser');
  await desk.context().setOffline(true);
  const slow = await desk.context().newCDPSession(desk);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const buffer = Buffer.from(await writeXlsx([{ name: 'Deliveries', rows: pastDeliveries() }]));
  const longest = await watchTasks(desk);
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'all.xlsx', mimeType: 'application/octet-stream', buffer });
  await desk.getByRole('button', { name: /^Import 10,000\slines$/ }).click();
  await expect(desk.getByRole('progressbar')).toBeVisible();
  await expect(desk.getByText('Imported')).toBeVisible({ timeout: 45_000 });
  expect(await longest()).toBeLessThanOrEqual(MOST_MS);
});

test('everything is taken out as one workbook, as lists and as a map, with no network', async ({ browser }) => {
  const landmark = '=HYPERLINK("http://elsewhere")';
  writeCheckpoint(branch.organiser, '7', 'Bridge', { landmark, position: { lat: 51_160_000, lon: 71_430_000 } });
  await branch.organiser.settle();
  const desk = await openDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/places`);
  await expect(desk.getByRole('row', { name: /^7 Bridge/ })).toBeVisible();
  await untilSetHeld(desk, 'organiser');
  await desk.context().setOffline(true);
  await desk.getByRole('link', { name: 'Take out as files' }).click();

  const workbook = await readXlsx(await savedBy(desk, 'Everything as one Excel file'));
  const [checkpoints] = workbook.ok ? workbook.value : [];
  expect(checkpoints).toMatchObject({
    name: 'Checkpoints',
    cells: [expect.arrayContaining(['Place']), ['7', 'Bridge', '', landmark, '', '51.16', '71.43', 'in use']],
  });
  const list = Buffer.from(await savedBy(desk, 'Checkpoints')).toString('utf8');
  expect(list).toContain(`7,Bridge,,"'=HYPERLINK(""http://elsewhere"")",,51.16,71.43,in use`);
  const map: unknown = JSON.parse(Buffer.from(await savedBy(desk, 'Places for a map (GeoJSON)')).toString('utf8'));
  expect(map).toMatchObject({ features: [{ geometry: { coordinates: [71.43, 51.16] } }] });
});

/** Runs of four hundred lines: forty places with ten items each. */
function pastDeliveries(): readonly (readonly (string | number)[])[] {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const run = Math.floor(index / RUN_LINES);
    const day = `2026-0${1 + (run % 9)}-1${run % 10}`;
    return [
      day,
      `Run ${run}`,
      `Post ${(run + Math.floor(index / 10)) % 60}`,
      `Item ${index % 10}`,
      'piece',
      1 + (index % 7),
    ];
  });
  return [['Date', 'Run', 'Place', 'Item', 'Unit', 'Amount'], ...lines];
}

/** From now on: the longest time for which the page answered nobody, in ms. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const observed = globalThis as { longestTaskMs?: number };
    observed.longestTaskMs = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        observed.longestTaskMs = Math.max(observed.longestTaskMs ?? 0, duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (globalThis as { longestTaskMs?: number }).longestTaskMs ?? 0);
}

async function savedBy(page: Page, button: string): Promise<Uint8Array<ArrayBuffer>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
}
