import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { deliver, join, newPhone, sendNow, stopLine, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

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
  const desk = await openDesk(browser, branch);
  await expect(desk.getByRole('row', { name: 'Marat’s run' })).toContainText('4 of 4');
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
});
