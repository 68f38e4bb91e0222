import { expect } from '@playwright/test';

import { DRIVERS_NEED } from './looks/dress.ts';
import { faultsOf } from './looks/walk.ts';
import { driverPlaces } from './looks/routes.ts';
import { type Demo, openDemo } from './support/demo.ts';
import { join, newPhone } from './support/phone.ts';
import { test } from './support/story.ts';

test.setTimeout(480_000);

let demo: Demo;
test.beforeAll(async () => {
  demo = await openDemo();
});
test.afterAll(() => demo.server.remove());

test('the screens of a driver are sound in three languages and all colours, for large letters and gloved fingers', async ({
  browser,
}) => {
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, demo.drivers[0]);
  await page.getByRole('button', { name: 'I take it', exact: true }).first().click();
  await page.getByRole('link', { name: 'Open the run' }).first().click();
  await page.getByRole('button', { name: 'Loaded, off we go' }).click();
  await phone.setOffline(true);
  await page.getByRole('button', { name: 'Delivered as planned' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'On this phone' })).toBeVisible();
  const run = new URL(page.url()).pathname.split('/')[2] ?? '';
  const faults = await faultsOf(page, {
    address: demo.server.address,
    places: driverPlaces(run),
    ...DRIVERS_NEED,
  });
  expect(faults).toEqual([]);
});
