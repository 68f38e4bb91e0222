import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import {
  deliveredButton,
  join,
  newBarePhone,
  nextStop,
  sendNow,
  stopLine,
  takeRun,
  unsentOf,
} from './support/phone.ts';
import { storedCorrections, storedDeliveries, storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';

// With motion: what arrives and goes is pressed while it moves.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('a double tap on Delivered records once, and leaves the next stop alone', async ({ browser }) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 3);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await deliveredButton(page, 1).dblclick();
  await expect(nextStop(page, 2)).toBeVisible();
  await expect(stopLine(page, 2)).toContainText('Still to do');
  await sendNow(page);
  expect(storedStops(branch.server, run)).toEqual([0]);
});

test('what is undone at once is withdrawn, with no network too, and the stop is open again', async ({ browser }) => {
  const { link, run } = await awaitDriver(branch, 'Saule', 2);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliveredButton(page, 1).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(nextStop(page, 1)).toBeVisible();
  await expect(unsentOf(page, 2)).toBeVisible();
  await phone.setOffline(false);
  await sendNow(page);
  const [delivery, ...others] = storedDeliveries(branch.server).filter((stored) => stored.run === run);
  expect(others).toEqual([]);
  const [withdrawal, ...more] = storedCorrections(branch.server).filter((stored) => stored.delivery === delivery?.id);
  expect(withdrawal?.lines).toBeNull();
  expect(more).toEqual([]);
  expect(delivery?.corrections).toEqual([withdrawal?.id]);
});

test('two windows of one phone record at the same time: one log, every record once', async ({ browser }) => {
  const { link, run } = await awaitDriver(branch, 'Timur', 6);
  const phone = await newBarePhone(browser);
  const first = await phone.newPage();
  await join(first, link);
  await takeRun(first);
  const second = await phone.newPage();
  const other = [3, 4, 5];
  for (const index of [0, 1, 2]) {
    await second.goto(`${branch.wire.address}/run/${run}/stop/${other[index]}`);
    const recorded = second.getByRole('button', { name: 'Delivered 10 l' });
    await recorded.waitFor();
    await Promise.all([deliveredButton(first, index + 1).click(), recorded.click()]);
    await expect(second.getByText('Delivered 10 l · On this phone')).toBeVisible();
    await expect(nextStop(first, index + 1)).toBeHidden();
  }
  for (const page of [first, second]) {
    await expect(page.getByText('All stops have a record')).toBeVisible();
    await expect(unsentOf(page, 0)).toBeVisible();
  }
  expect(storedStops(branch.server, run)).toEqual([0, 1, 2, 3, 4, 5]);
  await expect(first.getByText('Needs you')).toBeHidden();
});
