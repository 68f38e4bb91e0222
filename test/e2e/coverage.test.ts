import { type Browser, expect, type Page } from '@playwright/test';

import { askAxe } from './looks/axe.ts';
import { foundBranch, join, untilSent } from './support/by-hand.ts';
import { untilSetHeld } from './support/phone.ts';
import { startServer, type TestServer } from './support/server.ts';
import { test } from './support/story.ts';

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(() => server.remove());

test('tomorrow is planned from nothing with no network, by keyboard alone, and reaches the server later', async ({
  browser,
}) => {
  const page = await branchWithPlaces(browser);
  await ready(page);
  await server.stop('SIGKILL');
  await page.getByRole('link', { name: 'Coverage', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'The day after' }).press('Enter');

  // The first cell: so many eat there, and a portion each; then the one below it, for which the number is enough.
  const first = page
    .getByRole('row', { name: /Bus station/ })
    .getByRole('button')
    .first();
  await first.focus();
  await page.keyboard.press('2');
  await page.keyboard.type('0');
  await page.getByLabel('Tea, litres').fill('0.5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '0 of 20, Nobody comes' })).toBeVisible();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '0 of 8, Nobody comes' })).toBeVisible();

  // Two gaps, each closed with Enter on the cell and Enter on the suggestion.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'A new run, without a driver yet' }).press('Enter');
  const planned = page.getByRole('button', { name: /^0 of 20, Nobody comes, no driver/ });
  await expect(planned).toBeFocused();
  await page.getByRole('link', { name: 'Today' }).press('Enter');
  await page.getByRole('button', { name: 'The day after' }).press('Enter');
  await expect(page.getByRole('row', { name: /Nobody drives/ })).toBeVisible();

  await server.begin();
  await page.reload();
  await untilSent(page);
});

test('a second organiser is confirmed, and the two disagree about a place: the second is told once, sees both versions, and one tap decides', async ({
  browser,
}) => {
  const first = await branchWithPlaces(browser);
  const second = await secondOrganiser(browser, first);
  await ready(first);
  await ready(second);
  await second.context().setOffline(true);
  await say(first, '30');
  await untilSent(first);
  await say(second, '25');
  await second.context().setOffline(false);
  await second.getByRole('link', { name: 'Unsent' }).click();
  await expect(second.getByText('Another organiser changed this meanwhile')).toBeVisible({ timeout: 30_000 });
  await expect(second.getByText(/^25\speople: Tea 0.5\slitres/)).toBeVisible();
  await expect(second.getByText(/^30\speople: Tea 0.5\slitres/)).toBeVisible();
  await second.getByRole('button', { name: 'Take mine' }).click();
  await untilSent(second);
  await first.getByRole('link', { name: 'People' }).click();
  await expect(first.getByRole('heading', { level: 1, name: 'People and phones' })).toBeVisible();
  await first.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(first.getByRole('button', { name: '0 of 25, Nobody comes' })).toBeVisible({ timeout: 30_000 });
});

test('the board and its dialogs hold nothing that axe finds, on a laptop and on a phone', async ({ browser }) => {
  const page = await branchWithPlaces(browser);
  // What is half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await say(page, '20');
  expect((await askAxe(page)).broken).toEqual([]);
  await page.getByRole('button', { name: '0 of 20, Nobody comes' }).click();
  await page.getByRole('button', { name: 'A new run, without a driver yet' }).waitFor();
  expect((await askAxe(page)).broken).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Week' }).click();
  await page.getByRole('columnheader').nth(5).waitFor();
  expect((await askAxe(page)).broken).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('list').first().waitFor();
  expect((await askAxe(page)).broken).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the stops of a run are dragged into another order: with a mouse, and with a finger on a phone', async ({
  browser,
}) => {
  const page = await branchWithPlaces(browser);
  await page.goto(`${server.address}/runs/new`);
  for (const number of ['1', '2']) {
    await page.getByLabel('Number or name of a checkpoint').fill(number);
    await page.keyboard.press('Enter');
  }
  const stops = page.locator('ol > [data-order]');
  await expect(stops).toContainText(['Bus station', 'Clinic']);
  // Once the list stands still under the pointer.
  await page.locator('[data-order="1"] [data-grip]').hover();
  await page.mouse.down();
  const [, to] = await placesToDrag(page);
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(stops).toContainText(['Clinic', 'Bus station']);

  await page.setViewportSize({ width: 360, height: 780 });
  await page.locator('[data-order="1"]').evaluate((stop) => stop.scrollIntoView({ block: 'center' }));
  const finger = await fingerOf(page);
  const [down, up] = await placesToDrag(page);
  const scrolled = await page.evaluate(() => scrollY);
  await finger('touchStart', down);
  await finger('touchMove', { x: (down.x + up.x) / 2, y: (down.y + up.y) / 2 });
  await finger('touchMove', up);
  await finger('touchEnd');
  await expect(stops).toContainText(['Bus station', 'Clinic']);
  expect(await page.evaluate(() => scrollY), 'the page stays under the finger').toBe(scrolled);

  // At the edge of the screen the page comes along: so does a stop get to one that is out of sight.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const rolled = await page.evaluate(() => scrollY);
  const [grip] = await placesToDrag(page);
  await finger('touchStart', grip);
  await finger('touchMove', { x: grip.x, y: 10 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(rolled);
  await finger('touchEnd');
});

type Spot = { readonly x: number; readonly y: number };

/** From the grip of the last stop to the middle of the first one. */
async function placesToDrag(page: Page): Promise<readonly [Spot, Spot]> {
  const middle = async (selector: string): Promise<Spot> => {
    const box = await page.locator(selector).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  return [await middle('[data-order="1"] [data-grip]'), await middle('[data-order="0"]')];
}

/** A finger of the real kind: the browser makes its pointer events, and scrolls where nobody takes them. */
async function fingerOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', spot?: Spot) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: spot === undefined ? [] : [spot] });
}

/** A branch with what every branch begins with, and two places. */
async function branchWithPlaces(browser: Browser): Promise<Page> {
  const page = await foundBranch(browser, server);
  await page.goto(`${server.address}/places`);
  for (const [index, name] of ['Bus station', 'Clinic'].entries()) {
    await page.getByRole('button', { name: 'New checkpoint' }).click();
    await page.getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: new RegExp(`^${index + 1} ${name}`) })).toBeVisible();
  }
  await untilSent(page);
  return page;
}

async function secondOrganiser(browser: Browser, first: Page): Promise<Page> {
  await first.goto(`${server.address}/people/invite`);
  await first.getByRole('radio', { name: 'Organiser' }).check();
  await first.getByRole('button', { name: 'Make the invitation' }).click();
  const link = first.getByText(/\/enrol#[0-9a-z]{12}$/);
  await expect(first.getByText('The server has it. It can be used now.')).toBeVisible({ timeout: 15_000 });
  const second = await join(browser, (await link.textContent()) ?? '', 'Nurlan');
  await first.getByRole('link', { name: 'People' }).click();
  const confirm = first.getByRole('button', { name: 'Confirm' });
  await confirm.click({ timeout: 30_000 });
  await expect(confirm).toBeHidden();
  await untilSent(first);
  // The word may still be on its way when the second one asks: then they ask again.
  const waits = second.getByText('Another organiser must confirm you');
  await expect(async () => {
    if (await waits.isVisible()) await second.getByRole('button', { name: 'Try again' }).click();
    await expect(waits).toBeHidden({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await second.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(second.getByRole('row', { name: /Bus station/ })).toBeVisible({ timeout: 15_000 });
  return second;
}

/** Says how many eat at the bus station at the first meal, half a litre of tea each. */
async function say(page: Page, headcount: string): Promise<void> {
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  const cell = page
    .getByRole('row', { name: /Bus station/ })
    .getByRole('button')
    .first();
  await cell.click();
  await page.getByRole('button', { name: 'Say what is needed' }).click();
  await page.getByLabel('How many eat there').fill(headcount);
  await page.getByLabel('Tea, litres').fill('0.5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^0 of ${headcount}, Nobody comes`) })).toBeVisible();
}

/** The app has to hold itself before it can do without the server. */
async function ready(page: Page): Promise<void> {
  await untilSetHeld(page, 'organiser');
}
