import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';

import { readXlsx } from '#screens/organiser/spreadsheet/read-xlsx.ts';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';
import { writeCheckpoint } from '#test/support/test-plan.ts';

import { type Branch, openBranch } from './support/branch.ts';
import { openHeldDesk } from './support/desk.ts';
import { pastDeliveries } from './support/past-deliveries.ts';
import { test } from './support/story.ts';

/** The work goes in pieces, and after each it is told how far it is: no piece is more than this part of the whole. */
const LARGEST_PIECE = 1 / 20;

test.describe.configure({ mode: 'parallel' });

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a workbook of ten thousand lines is looked through and brought in with no network, piece by piece', async ({
  browser,
}) => {
  const desk = await openHeldDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/import`);
  await expect(desk.getByLabel('Choose a file')).toBeAttached();
  await desk.context().setOffline(true);
  const buffer = Buffer.from(await writeXlsx([{ name: 'Deliveries', rows: pastDeliveries() }]));
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'all.xlsx', mimeType: 'application/octet-stream', buffer });
  const told = await watchProgress(desk);
  await desk.getByRole('button', { name: /^Import 10,000\slines$/ }).click();
  await expect(desk.getByText('Imported')).toBeVisible({ timeout: 60_000 });
  const parts = await told();
  const pieces = parts.map((part, index) => part - (parts[index - 1] ?? 0));
  expect(Math.max(...pieces)).toBeLessThanOrEqual(LARGEST_PIECE);
  expect(parts.at(-1)).toBeGreaterThanOrEqual(1 - LARGEST_PIECE);
});

test('everything is taken out as one workbook, as lists and as a map, and a season’s grid is brought in, with no network', async ({
  browser,
}) => {
  const landmark = '=HYPERLINK("http://elsewhere")';
  writeCheckpoint(branch.organiser, '7', 'Bridge', { landmark, position: { lat: 51_160_000, lon: 71_430_000 } });
  await branch.organiser.settle();
  const desk = await openHeldDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/places`);
  await expect(desk.getByRole('row', { name: /^7 Bridge/ })).toBeVisible();
  await desk.context().setOffline(true);
  await desk.getByRole('link', { name: 'Take out as files' }).click();

  const workbook = await readXlsx(await savedBy(desk, 'Everything as one Excel file'));
  const [checkpoints] = workbook.ok ? workbook.value : [];
  expect(checkpoints).toMatchObject({
    name: 'Checkpoints',
    cells: [
      expect.arrayContaining(['Place']),
      ['7', 'Bridge', '', '', '', '', landmark, '', '51.16', '71.43', 'in use'],
    ],
  });
  const list = Buffer.from(await savedBy(desk, 'Checkpoints')).toString('utf8');
  expect(list).toContain(`7,Bridge,,,,,"'=HYPERLINK(""http://elsewhere"")",,51.16,71.43,in use`);
  const map: unknown = JSON.parse(Buffer.from(await savedBy(desk, 'Places for a map (GeoJSON)')).toString('utf8'));
  expect(map).toMatchObject({ features: [{ geometry: { coordinates: [71.43, 51.16] } }] });

  const grid = seasonGrid();
  await desk.goto(`${branch.wire.address}/import`);
  const file = { name: 'season.csv', mimeType: 'text/csv', buffer: Buffer.from(grid.csv) };
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByLabel('Where heads are missing, use').fill('20');
  await desk.getByLabel('Where the item is missing, use').fill('Hot meal');
  await desk.getByLabel('Where the unit is missing, use').fill('portion');
  await desk.getByRole('button', { name: /^Import 152\slines$/ }).click();
  await expect(desk.getByText('Imported')).toBeVisible({ timeout: 60_000 });
  expect(await neededOn(desk)).toEqual(grid.needs);
  await desk.goto(`${branch.wire.address}/import`);
  await desk.locator('input[type=file]').setInputFiles(file);
  await expect(desk.getByText('There is nothing new in this file. Everything is here already.')).toBeVisible();
});

const SITES = 76;
const DAYS = 47;
/** The morning's windows of a site stand on its first line, the evening's on its second, as in the sheets of the field. */
const LINES_OF_SITE = [['08:45-09:15', '11:00-11:30'], ['17:30-18:00']] as const;

/** A file of 76 sites by 47 days, each site on two lines, and what it says: site, day and window. */
function seasonGrid(): { readonly csv: string; readonly needs: readonly string[] } {
  const days = Array.from({ length: DAYS }, (_, index) =>
    new Date(Date.UTC(2027, 2, 1 + index)).toISOString().slice(0, 10),
  );
  const needs: string[] = [];
  const lines = Array.from({ length: SITES * LINES_OF_SITE.length }, (_, line) => {
    const site = Math.floor(line / LINES_OF_SITE.length);
    const windows = LINES_OF_SITE[line % LINES_OF_SITE.length] ?? [];
    const cells = days.map((day, index) => {
      // A site is served on few days; an empty cell and a dash both mean that it is not.
      if ((index + site) % 30 !== 0) return index % 2 === 0 ? '' : '-';
      for (const window of windows) needs.push(`Site ${site + 1} ${day} ${window}`);
      return windows.join(';');
    });
    return [`Site ${site + 1}`, 'Zerendi', ...cells].join(',');
  });
  return { csv: [['Site', 'District', ...days].join(','), ...lines].join('\n'), needs: needs.toSorted() };
}

/** The same as the device holds it: each need of a single day, from the memory itself. */
async function neededOn(page: Page): Promise<readonly string[]> {
  const [places, windows, needs] = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('dastarkhan');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(new Error('not opened'));
    });
    const all = (store: string) =>
      new Promise<{ readonly id: string; readonly body: Record<string, unknown> }[]>((resolve, reject) => {
        const asked = opened.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error('not read'));
      });
    const rows = [await all('checkpoint'), await all('mealWindow'), await all('dayRequirement')] as const;
    opened.close();
    return rows;
  });
  const nameOf = new Map([...places, ...windows].map(({ id, body }) => [id, String(body['name']).replace('–', '-')]));
  return needs
    .map(
      ({ body }) =>
        `${nameOf.get(String(body['checkpoint']))} ${String(body['on'])} ${nameOf.get(String(body['window']))}`,
    )
    .toSorted();
}

/** From now on: how far the page said that it is, as parts of the whole, each once. */
async function watchProgress(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const parts: number[] = [];
    Object.assign(globalThis, { parts });
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar !== null && bar.position >= 0 && bar.position !== parts.at(-1)) parts.push(bar.position);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (globalThis as { parts?: number[] }).parts ?? []);
}

async function savedBy(page: Page, button: string): Promise<Uint8Array<ArrayBuffer>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
}
