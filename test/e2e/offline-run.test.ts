import { type Browser, expect, test } from '@playwright/test';

import { type Branch, awaitDriver, invite, openBranch } from './support/branch.ts';
import { deliver, join, joinAs, newPhone, sendNow, stopLine, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a driver delivers through three restarts with no network; connected again, each delivery is on the server once', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 4);
  const phone = await newPhone(browser);
  let page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();

  await phone.setOffline(true);
  await deliver(page, 1);
  for (const [restart, stop] of [2, 3, 4].entries()) {
    await page.close();
    page = await phone.newPage();
    await page.goto(branch.wire.address);
    await expect(unsentOf(page, restart + 1)).toBeVisible();
    await deliver(page, stop);
  }
  await page.getByRole('link', { name: 'Open the run' }).click();
  for (const stop of [1, 2, 3, 4]) await expect(stopLine(page, stop)).toContainText('On this phone');
  expect(storedStops(branch.server, run)).toEqual([]);

  await phone.setOffline(false);
  for (const stop of [1, 2, 3, 4]) await expect(stopLine(page, stop)).toContainText('On the server');
  await expect(unsentOf(page, 0)).toBeVisible();
  expect(storedStops(branch.server, run)).toEqual([0, 1, 2, 3]);
  await expectOnDesk(browser, '4 of 4');
  await phone.close();
});

test('with the server dead for a whole run the phone goes on alone, and sends when it is back', async ({ browser }) => {
  const { link, run } = await awaitDriver(branch, 'Saule', 3);
  const phone = await newPhone(browser);
  let page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();

  await branch.server.stop('SIGKILL');
  await deliver(page, 1);
  await page.close();
  page = await phone.newPage();
  await page.goto(`${branch.wire.address}/run/${run}`);
  await deliver(page, 2);
  await deliver(page, 3);
  await expect(unsentOf(page, 3)).toBeVisible();

  await branch.server.begin();
  await sendNow(page);
  expect(storedStops(branch.server, run)).toEqual([0, 1, 2]);
  await phone.close();
});

/** Another organiser joins with a device of their own, is confirmed by the first, and sees the day. */
async function expectOnDesk(browser: Browser, stops: string): Promise<void> {
  const link = await invite(branch, { role: 'organiser', label: '', member: null });
  const desk = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const page = await desk.newPage();
  await joinAs(page, link, 'Daniyar');
  await expect(page.getByText('Another organiser must confirm you')).toBeVisible();
  await branch.organiser.settle();
  const waiting = [...branch.organiser.rows.values()].find(
    ({ kind, body }) => kind === 'member' && (body as { readonly name: string }).name === 'Daniyar',
  );
  expect(waiting).toBeDefined();
  if (waiting !== undefined) branch.organiser.write({ name: 'memberConfirm', args: { member: waiting.id } });
  await branch.organiser.settle();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('row', { name: 'Marat’s run' })).toContainText(stops);
  await desk.close();
}
