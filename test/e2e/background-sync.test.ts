import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { newerVersion, updatedTo } from './support/newer-version.ts';
import { deliver, join, newPhone, takeRun, unsentOf } from './support/phone.ts';
import { workerOf } from './support/phone-worker.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';
import { fairWeather } from './support/wire.ts';

const SYNC_PATH = '/api/sync';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.wire.setWeather(fairWeather));
test.afterAll(() => branch.remove());

test('with no page open the worker sends what is unsent, once, also when it is killed between the server’s work and the answer', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 1);
  await deliver(page, 2);

  const worker = await workerOf(phone, branch.wire.address);
  await page.close();
  await worker.wake();
  expect(storedStops(branch.server, run)).toEqual([]);
  await phone.setOffline(false);
  branch.wire.setWeather(({ path }) => {
    if (path !== SYNC_PATH) return { type: 'pass' };
    void worker.kill();
    return { type: 'loseAnswer' };
  });
  const eventually = (check: () => Promise<void>) => expect(check).toPass({ timeout: 20_000 });
  await eventually(async () => {
    await worker.wake();
    expect(storedStops(branch.server, run)).toEqual([0, 1]);
  });
  const heard: string[] = [];
  branch.wire.setWeather(({ path }) => {
    heard.push(path);
    return { type: 'pass' };
  });
  await eventually(async () => {
    await worker.wake();
    expect(heard).toContain(SYNC_PATH);
  });
  branch.wire.setWeather(() => ({ type: 'cut' }));
  const again = await phone.newPage();
  await again.goto(branch.wire.address);
  await expect(unsentOf(again, 0)).toBeVisible();
  expect(storedStops(branch.server, run)).toEqual([0, 1]);
});

test('the worker is killed while a newer version is fetched and while it waits: the old one stays, the next try takes over', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Saule', 1);
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  const worker = await workerOf(phone, branch.wire.address);
  branch.wire.setWeather(({ path }) => {
    if (path.startsWith('/index.html')) void worker.kill();
    return newerVersion(path);
  });
  expect(await updatedTo(page)).toBe('discarded');
  // Not `setOffline`: Playwright would wait for the dead worker to agree.
  branch.wire.setWeather(() => ({ type: 'cut' }));
  await page.reload();
  await expect(page.getByRole('button', { name: 'I take it' })).toBeVisible();

  branch.wire.setWeather(({ path }) => newerVersion(path));
  expect(await updatedTo(page)).toBe('waiting');
  await worker.kill();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Restart now' }).click();
  await reloaded;
  await expect(page.getByRole('button', { name: 'I take it' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart now' })).toHaveCount(0);
});
