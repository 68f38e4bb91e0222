import { expect } from '@playwright/test';

import { awaitDriver, type Branch, openBranch } from './support/branch.ts';
import { deliver, join, newBarePhone, newPhone, takeRun, unsentOf } from './support/phone.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a driver counts thermoses out, leaves one, and brings the rest back, with no network', async ({ browser }) => {
  branch.organiser.write({ name: 'returnableCreate', args: { fields: { name: 'Thermos' } } });
  await branch.organiser.settle();
  const { link } = await awaitDriver(branch, 'Dauren', 2);
  const context = await newBarePhone(browser);
  const page = await context.newPage();
  await join(page, link);
  await expect(page.getByRole('button', { name: 'I take it', exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I take it', exact: true }).click();
  await page.getByRole('link', { name: 'Open the run' }).click();
  await page.getByText('Thermoses and crates', { exact: true }).first().click();
  const more = page.getByRole('button', { name: 'More: Thermos: going along' });
  for (let count = 0; count < 3; count += 1) await more.click();
  await page.getByRole('button', { name: 'Loaded, off we go' }).click();
  await deliver(page, 1);
  await page.getByRole('link', { name: /^1\. Post 1/ }).click();
  await page.getByRole('link', { name: 'Thermoses and crates' }).click();
  await page.getByRole('button', { name: 'More: Thermos: left here' }).click();
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(page.getByText(/Left here: Thermos 1/)).toBeVisible();
  await page.getByRole('link', { name: 'End of run' }).click();
  await expect(page.getByText('Should be in the car: Thermos 2')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, all as planned' }).click();
  await expect(page.getByText('Thank you. The run is complete.')).toBeVisible();
  await context.setOffline(false);
  await expect(unsentOf(page, 0)).toBeAttached({ timeout: 15_000 });
  await branch.organiser.settle();
  const counts = [...branch.organiser.rows.values()].filter(({ kind }) => kind === 'returnableCount');
  expect(counts.map(({ body }) => (body as { step: string }).step).toSorted()).toEqual(['back', 'left', 'out']);
});

test('the home screen’s shortcut leads to an unplanned delivery in three taps, with no network; a double tap is one', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Dauren', 2);
  const context = await newPhone(browser);
  const page = await context.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeAttached({ timeout: 15_000 });
  const { shortcuts } = (await (await context.request.get(`${branch.server.address}/manifest.webmanifest`)).json()) as {
    readonly shortcuts: readonly { readonly url: string }[];
  };
  const [shortcut] = shortcuts;
  expect(shortcut?.url).toContain('/unplanned');
  await context.setOffline(true);
  await page.goto(new URL(shortcut?.url ?? '', page.url()).href);
  await page.getByRole('button', { name: /Post 2/ }).click();
  await page.getByRole('button', { name: 'Tea' }).click();
  await page.getByRole('button', { name: /^Delivered/ }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'On this phone' })).toBeVisible();
  await expect(unsentOf(page, 1)).toBeAttached();
});

test('a phone passes to another volunteer with unsent work: it goes on as the first one’s', async ({ browser }) => {
  const dauren = await awaitDriver(branch, 'Dauren', 2);
  const saule = await awaitDriver(branch, 'Saule', 1);
  const context = await newPhone(browser);
  const page = await context.newPage();
  await join(page, dauren.link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeAttached({ timeout: 15_000 });
  await context.setOffline(true);
  await deliver(page, 1);
  await page.getByRole('link', { name: 'Phone', exact: true }).click();
  await page.getByRole('button', { name: 'Pass this phone on' }).click();
  await expect(page.getByText(/1\srecord is not on the server yet. This phone sends the rest by itself/)).toBeVisible();
  await page.getByRole('button', { name: 'Pass it on' }).click();
  const held = page.getByText(/This phone still holds 1\srecord/);
  await expect(held).toBeVisible();
  await page.reload();
  await expect(held).toBeVisible();
  await context.setOffline(false);
  await join(page, saule.link);
  await expect(page.getByRole('heading', { name: 'Saule’s run' })).toBeVisible();
  await expect(page.getByText('Dauren’s run')).toBeHidden();
  await expect(unsentOf(page, 0)).toBeAttached({ timeout: 15_000 });
  await branch.organiser.settle();
  const deliveries = [...branch.organiser.rows.values()].filter(({ kind }) => kind === 'delivery');
  expect(deliveries.map(({ body }) => (body as { member: string }).member)).toEqual([dauren.member]);
});
