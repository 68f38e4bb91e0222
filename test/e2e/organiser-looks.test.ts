import { type Page, expect } from '@playwright/test';

import { ORGANISERS_NEED } from './looks/dress.ts';
import { faultsOf, goTo, open } from './looks/walk.ts';
import { organiserPlaces } from './looks/routes.ts';
import { type Demo, openDemo } from './support/demo.ts';
import { LAPTOP, newBareLaptop } from './support/desk.ts';
import { joinAs } from './support/phone.ts';
import { test } from './support/story.ts';

test.setTimeout(480_000);

let demo: Demo;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  demo = await openDemo();
  page = await (await newBareLaptop(browser)).newPage();
  await joinAs(page, demo.organiser, 'Aigul');
  await expect(page.getByRole('table')).toBeVisible();
});
test.afterAll(async () => {
  await page.context().close();
  await demo.server.remove();
});

/** The runs of the day that stand in this order: breakfast, lunch, dinner, night tea. */
async function runOf(window: string): Promise<string> {
  const link = page.getByRole('link', { name: window, exact: true });
  return (await link.getAttribute('href'))?.split('/')[2] ?? '';
}

test('the screens of an organiser are sound in three languages and all colours, for large letters and a mouse', async () => {
  const faults = await faultsOf(page, {
    address: demo.server.address,
    places: organiserPlaces(await runOf('Завтрак'), await runOf('Ночной чай')),
    ...ORGANISERS_NEED,
  });
  expect(faults).toEqual([]);
});

test('a form over the screen is left with Escape and gives the focus back, and what is saved is said', async () => {
  await page.setViewportSize(LAPTOP.viewport);
  await open(page, demo.server.address, 'en');
  await goTo(page, { path: '/people', shows: 'main li' }, 'en');
  const opener = page.getByRole('button', { name: 'Add a driver by name' });
  await opener.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sabit');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Sabit' })).toBeVisible();
});
