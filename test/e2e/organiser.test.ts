import { type Browser, expect, type Page } from '@playwright/test';

import { foundBranch, madeLink, operatorLink, untilSent } from './support/by-hand.ts';
import { newBareLaptop, newLaptop } from './support/desk.ts';
import { untilSetHeld } from './support/phone.ts';
import { type TestServer, startServer } from './support/server.ts';
import { test } from './support/story.ts';

test.describe.configure({ mode: 'parallel' });

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.remove());

/** What the way of one person costs: taps (Enter is one, a choice from a list two), and fields that are typed. */
const MOST_OF_THE_ORGANISER = { taps: 13, fields: 7 };
const MOST_OF_THE_DRIVER = { taps: 6, fields: 0 };

test('from an empty server to a delivery: guided, and in few taps', async ({ browser }) => {
  const organiser = await openAt(browser, await operatorLink(server));
  await organiser.getByLabel('What should people call you?').fill('Aigul');
  await organiser.getByRole('button', { name: 'Join' }).click();
  await organiser.getByRole('button', { name: 'Start' }).click();
  await organiser.getByLabel('Name of the branch').fill('Kokshetau');
  await organiser.getByRole('button', { name: 'Start' }).click();
  await expect(organiser.getByRole('heading', { name: 'What a first run needs' })).toBeVisible();
  // The usual food and meals came with the branch's name: what is left to enter begins with the kitchen.
  await organiser.getByRole('link', { name: 'Where it is loaded' }).last().click();
  await organiser.getByLabel('Name').fill('School 5');
  await organiser.keyboard.press('Enter');
  await organiser.getByRole('button', { name: 'New checkpoint' }).click();
  await organiser.getByLabel('Name').fill('Bus station');
  await organiser.keyboard.press('Enter');
  await expect(organiser.getByRole('row', { name: /^1 Bus station/ })).toBeVisible();
  await organiser.getByRole('link', { name: 'Next: Who drives' }).click();
  await organiser.getByLabel('For whom?').fill('Anna');
  const link = await madeLink(organiser);

  const driver = await openAt(browser, link);
  await driver.getByRole('button', { name: 'Join' }).click();
  await driver.getByRole('button', { name: 'Start' }).click();

  await expect(organiser.getByText('Anna has joined')).toBeVisible({ timeout: 30_000 });
  await organiser.getByRole('link', { name: 'Next: A first run' }).click();
  // The only driver and the only kitchen are chosen already.
  await expect(organiser.getByLabel('Driver')).toHaveText(/Anna/);
  await organiser.getByRole('button', { name: 'Hot meal, portions' }).click();
  await organiser.getByLabel('Hot meal, portions').fill('20');
  await organiser.getByLabel('Number or name of a checkpoint').fill('1');
  await organiser.keyboard.press('Enter');
  await organiser.getByRole('button', { name: 'Plan the run' }).click();
  await expect(organiser.getByText('Planned: Run')).toBeVisible();
  expectWithin(await costOf(organiser), MOST_OF_THE_ORGANISER);

  // Who opens the app asks at once what is new.
  await driver.reload();
  await driver.getByRole('button', { name: 'I take it' }).click();
  await driver.getByRole('link', { name: 'Open the run' }).click();
  await driver.getByRole('button', { name: /Loaded/ }).click();
  await driver.getByRole('button', { name: /Delivered 20/ }).click();
  await untilSent(driver);
  expectWithin(await costOf(driver), MOST_OF_THE_DRIVER);

  const run = organiser.getByRole('row', { name: /Anna/ });
  await expect(async () => {
    await organiser.getByRole('link', { name: 'People' }).click();
    await organiser.getByRole('link', { name: 'Today' }).click();
    await expect(run).toContainText('1 of 1', { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await expect(run).toContainText(/Hot meal 20 of 20\sportions/);
  await expect(run).toContainText(/heard/);
});

test('a file is brought in without a network, survives a closed tab, and reaches the server later', async ({
  browser,
}) => {
  const organiser = await foundBranch(await newLaptop(browser), server);
  await untilSent(organiser);
  await organiser.goto(`${server.address}/import`);
  await expect(organiser.getByLabel('Choose a file')).toBeAttached();
  // The app has to hold itself before it can do without the server.
  await untilSetHeld(organiser, 'organiser');
  await server.stop('SIGKILL');
  await chooseFile(organiser);
  await organiser.getByRole('button', { name: /^Import 4\slines, leave 2 out$/ }).click();
  await expect(organiser.getByText('Imported')).toBeVisible();
  await server.begin();
  await organiser.reload();
  await untilSent(organiser);
  await chooseFile(organiser);
  await expect(organiser.getByText('There is nothing new in this file. Everything is here already.')).toBeVisible();
  await organiser.goto(`${server.address}/today?on=2025-04-29`);
  await expect(organiser.getByRole('row', { name: /^Рейс 1/ })).toContainText('2 of 2');
});

type Cost = { readonly taps: number; readonly fields: number };

/** Opens a link on a device of its own, which counts what its person has to do. */
async function openAt(browser: Browser, link: string): Promise<Page> {
  const context = await newBareLaptop(browser);
  await context.addInitScript(() => {
    const count = (what: string, by: number) =>
      sessionStorage.setItem(what, String(Number(sessionStorage.getItem(what) ?? 0) + by));
    const options = { capture: true };
    addEventListener('pointerdown', () => count('taps', 1), options);
    addEventListener('keydown', ({ key }) => key === 'Enter' && count('taps', 1), options);
    const typed = new WeakSet<EventTarget>();
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) return count('taps', 2);
        if (target === null || typed.has(target)) return;
        typed.add(target);
        count('fields', 1);
      },
      options,
    );
  });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

function costOf(page: Page): Promise<Cost> {
  return page.evaluate(() => ({
    taps: Number(sessionStorage.getItem('taps')),
    fields: Number(sessionStorage.getItem('fields')),
  }));
}

/** Both ways: a bound that nobody comes near any more says nothing. */
function expectWithin(cost: Cost, most: Cost): void {
  expect(cost).toEqual(most);
}

async function chooseFile(page: Page): Promise<void> {
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles('test/fixtures/deliveries-windows-1251.csv');
}
