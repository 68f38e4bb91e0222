import { type Page, expect } from '@playwright/test';

import { amount } from '#test/support/test-plan.ts';

import { askAxe } from './looks/axe.ts';
import { type Branch, openBranch, today } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { test } from './support/story.ts';
import { writeTwoPlaces } from './support/two-places.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
  await planDay();
});
test.afterAll(() => branch.remove());

/** Twenty eat at the first place today. */
async function planDay(): Promise<void> {
  const { station, window, tea } = await writeTwoPlaces(branch);
  const now = { headcount: 20, perHead: [amount(tea, 0.5)], priority: 'usual' as const };
  const args = { checkpoint: station, window, on: today(), was: null, now };
  branch.organiser.write({ name: 'dayRequirementSet', args });
  await branch.organiser.settle();
}

test('the board and its dialogs hold nothing that axe finds, on a laptop and on a phone', async ({ browser }) => {
  const page = await openDesk(browser, branch);
  // What is half faded in has half its contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  await page.getByRole('button', { name: '0 of 20, Nobody comes' }).waitFor();
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
  const page = await openDesk(browser, branch);
  await page.goto(`${branch.wire.address}/runs/new`);
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
  // Once the narrow list stands still too.
  await page.locator('[data-order="1"] [data-grip]').click({ trial: true });
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
