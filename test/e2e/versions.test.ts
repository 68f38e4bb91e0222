import { type Page, expect } from '@playwright/test';

import { awaitDriver, openBranch } from './support/branch.ts';
import { newerVersion, updatedTo } from './support/newer-version.ts';
import { join, newPhone, takeRun, untilHeld } from './support/phone.ts';
import { type TestServer, startServer } from './support/server.ts';
import { test } from './support/story.ts';
import { type Fate, type Wire, startWire } from './support/wire.ts';

test.describe.configure({ mode: 'parallel' });

let server: TestServer;
let wire: Wire;
test.beforeEach(async () => {
  server = await startServer();
  wire = await startWire(server.address);
});
test.afterEach(async () => {
  await wire.remove();
  await server.remove();
});

test('once it was open, the app opens on every route with the network off and the server dead; nothing under /api ever comes from the phone', async ({
  context,
  page,
}) => {
  await openAndHold(page);
  await server.stop('SIGKILL');
  await page.reload();
  const asked = (path: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          () => 'no answer',
        ),
      path,
    );
  expect(await asked('/assets-and-the-like')).toBe('no answer');
  expect(await asked('/index.html')).toBe('answered');
  expect(await asked('/api/sync')).toBe('no answer');
  expect(await asked('/healthz')).toBe('no answer');
  await context.setOffline(true);
  for (const route of ['/', '/unsent', '/run/1/stop/0', '/deep/er/route?with=query']) {
    await page.goto(`${wire.address}${route}`);
    await expect(page.locator('#root')).not.toBeEmpty();
  }
});

test('a version in which a captive portal answered for one file is discarded, and the old one stays', async ({
  context,
  page,
}) => {
  await openAndHold(page);
  const portal: Fate = { type: 'answer', status: 200, contentType: 'text/html', body: '<p>Pay here</p>' };
  wire.setWeather(({ path }) => (path.startsWith('/index.html') ? portal : newerVersion(path)));
  expect(await updatedTo(page)).toBe('discarded');
  await context.setOffline(true);
  await page.goto(wire.address);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('a newer version waits until somebody agrees; the other windows are told, and go on as they are', async ({
  context,
  page,
}) => {
  await openAndHold(page);
  const other = await context.newPage();
  await other.goto(wire.address);
  await other.getByLabel('Type the short code').fill('AB12');
  wire.setWeather(({ path }) => newerVersion(path));
  expect(await updatedTo(page)).toBe('waiting');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Restart now' }).click();
  await reloaded;
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart now' })).toHaveCount(0);
  await expect(other.getByText('A new version is ready')).toBeVisible();
  await expect(other.getByLabel('Type the short code')).toHaveValue('AB12');
  const itself = other.waitForEvent('load');
  await other.getByRole('button', { name: 'Restart now' }).click();
  await itself;
  await expect(other.getByLabel('Type the short code')).toHaveValue('');
});

test('an organiser’s phone holds the organisers’ screens, through a newer version too, and opens them with no network', async ({
  context,
  page,
}) => {
  const secret = await server.hears(/\/enrol#([0-9a-z]{12})/);
  await page.goto(wire.address);
  await untilHeld(page);
  // Whoever is nobody yet holds what everybody does.
  expect(await heldFiles(page, 'organiser-routes')).toBe(0);
  await page.goto(`${wire.address}/enrol#${secret}`);
  await page.getByRole('textbox', { name: 'What should people call you?' }).fill('Aigul');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByLabel('Name of the branch').fill('Kokshetau');
  await expect.poll(() => heldFiles(page, 'organiser-routes')).toBeGreaterThan(0);
  // The newer version has other tables: without them it does not count as installed.
  const isTable = (path: string): boolean => path.startsWith('/assets/organiser-routes');
  wire.setWeather(({ path }) => (isTable(path) ? { type: 'cut' } : newerVersion(path, withOtherTables)));
  expect(await updatedTo(page)).toBe('discarded');
  wire.setWeather(({ path }) => newerVersion(path, withOtherTables));
  expect(await updatedTo(page)).toBe('waiting');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Restart now' }).click();
  await reloaded;
  await context.setOffline(true);
  await server.stop('SIGKILL');
  for (const [route, title] of [
    ['/places', 'Places'],
    ['/people', 'People'],
    ['/import', 'Import'],
    ['/coverage', 'Coverage'],
    ['/unsent', 'Unsent'],
  ] as const) {
    await page.goto(`${wire.address}${route}`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }
});

test('a window that goes on as it is finds its own files, although the newer version has none of them; they go with the window', async ({
  context,
  page,
}) => {
  await openAndHold(page);
  const other = await context.newPage();
  await other.goto(wire.address);
  await expect(other.getByLabel('Type the short code')).toBeVisible();
  // The newer version has other Russian words; those of the older one are neither in its list nor on the server any more.
  wire.setWeather(({ path }) =>
    path.startsWith('/assets/ru-') ? { type: 'cut' } : newerVersion(path, withoutRussian),
  );
  expect(await updatedTo(page)).toBe('waiting');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Restart now' }).click();
  await reloaded;
  await other.getByRole('radio', { name: 'Русский' }).check();
  await expect(other.getByRole('heading', { name: 'Добро пожаловать' })).toBeVisible();
  expect(await heldRussian(page)).toBeGreaterThan(0);
  await other.close();
  await page.reload();
  await expect.poll(() => heldRussian(page)).toBe(0);
});

test('two windows with something entered and not saved in each: both have it after the restart', async ({
  browser,
}) => {
  const branch = await openBranch();
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const phone = await newPhone(browser);
  const [first, second] = [await phone.newPage(), await phone.newPage()];
  await join(first, link);
  await takeRun(first);
  for (const [page, stop, note] of [
    [first, 0, 'left it with the guard'],
    [second, 1, 'the road is closed'],
  ] as const) {
    await page.goto(`${branch.wire.address}/run/${run}/stop/${stop}`);
    await page.getByLabel('Note').fill(note);
  }
  branch.wire.setWeather(({ path }) => newerVersion(path));
  expect(await updatedTo(first)).toBe('waiting');
  for (const [page, note] of [
    [first, 'left it with the guard'],
    [second, 'the road is closed'],
  ] as const) {
    await expect(page.getByLabel('Note')).toHaveValue(note);
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Restart now' }).click();
    await reloaded;
    await expect(page.getByLabel('Note')).toHaveValue(note);
  }
  await phone.close();
  await branch.remove();
});

/** Opens the app and waits until it says that this phone holds all of it. */
async function openAndHold(page: Page): Promise<void> {
  await page.goto(wire.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** The worker's list without the files of Russian words. */
function withoutRussian(list: string): string {
  return list.replaceAll(/\{[^{}]*"url":"assets\/ru-[^{}]*\},?/g, '');
}

/** The worker's list as if the organisers' tables had been written anew. */
function withOtherTables(list: string): string {
  return list.replaceAll(/\{[^{}]*"url":"assets\/organiser-routes[^{}]*\}/g, (entry) =>
    entry.replace('"revision":null', '"revision":"newer"'),
  );
}

/** How many files of Russian words the phone holds. */
function heldRussian(page: Page): Promise<number> {
  return heldFiles(page, 'ru-');
}

/** How many files with such names the phone holds. */
function heldFiles(page: Page, start: string): Promise<number> {
  return page.evaluate(async (path) => {
    const names = await caches.keys();
    const held = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return held.flat().filter(({ url }) => url.includes(path)).length;
  }, `/assets/${start}`);
}
