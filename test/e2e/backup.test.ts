import { cp, rm } from 'node:fs/promises';

import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, join, newBarePhone, sendNow, stopLine, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';
import { fairWeather } from './support/wire.ts';

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('an older copy of the server’s file is put back: what the phone had sent reads “Checking” until the phone has healed the server', async ({
  browser,
}) => {
  const { server, wire } = branch;
  const { link, run } = await awaitDriver(branch, 'Marat', 4);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await deliver(page, 1);
  await expect(unsentOf(page, 0)).toBeVisible();

  const copy = `${server.folder}-copy`;
  await server.stop('SIGTERM');
  await cp(server.folder, copy, { recursive: true });
  await server.begin();
  await deliver(page, 2);
  await deliver(page, 3);
  for (const stop of [1, 2, 3]) await expect(stopLine(page, stop)).toContainText('On the server');
  expect(storedStops(server, run)).toEqual([0, 1, 2]);

  // Whatever the phone asks meanwhile by itself is not heard.
  wire.setWeather(({ path }) => ({ type: path === '/api/sync' ? 'cut' : 'pass' }));
  await server.stop('SIGKILL');
  await rm(server.folder, { recursive: true });
  await cp(copy, server.folder, { recursive: true });
  await rm(copy, { recursive: true });
  await server.begin();
  expect(storedStops(server, run)).toEqual([0]);

  // The server is heard once, so that the phone learns what has happened; then the line is gone again.
  let heardCount = 0;
  wire.setWeather(({ path }) => {
    if (path !== '/api/sync') return { type: 'pass' };
    heardCount += 1;
    return { type: heardCount === 1 ? 'pass' : 'cut' };
  });
  await deliver(page, 4);
  for (const stop of [1, 2, 3]) await expect(stopLine(page, stop)).toContainText('Checking');
  await expect(stopLine(page, 4)).toContainText('On this phone');

  wire.setWeather(fairWeather);
  await sendNow(page);
  expect(storedStops(server, run)).toEqual([0, 1, 2, 3]);
  await page.goBack();
  for (const stop of [1, 2, 3, 4]) await expect(stopLine(page, stop)).toContainText('On the server');
});
