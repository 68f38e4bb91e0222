import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, join, newBarePhone, newPhone, sendNow, stopLine, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';
import { type Weather, fairWeather } from './support/wire.ts';

const PORTAL = '<!doctype html><title>Free Wi-Fi</title><p>Accept our terms to go on</p>';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.wire.setWeather(fairWeather));
test.afterAll(() => branch.remove());

test('the server is killed while a push is under way, and again; then its answers are lost: each delivery counts once', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 4);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();

  await duringNextPush(
    () => void branch.server.stop('SIGKILL'),
    () => deliver(page, 1),
  );
  await branch.server.stop('SIGKILL');
  await branch.server.begin();

  branch.wire.setWeather(({ path }) => ({ type: path === '/api/sync' ? 'loseAnswer' : 'pass' }));
  await deliver(page, 2);
  await expect.poll(() => storedStops(branch.server, run)).toContain(1);
  await branch.server.stop('SIGKILL');
  await branch.server.begin();

  let lostCount = 0;
  branch.wire.setWeather(({ path }) => {
    if (path !== '/api/sync') return { type: 'pass' };
    lostCount += 1;
    return { type: 'loseAnswer' };
  });
  for (const stop of [3, 4]) {
    await deliver(page, stop);
    // The server has it, and the phone cannot know.
    await expect.poll(() => storedStops(branch.server, run)).toContain(stop - 1);
  }
  await expect(stopLine(page, 4)).toContainText('On this phone');
  expect(lostCount).toBeGreaterThan(1);

  branch.wire.setWeather(fairWeather);
  await sendNow(page);
  expect(storedStops(branch.server, run)).toEqual([0, 1, 2, 3]);
});

test('a captive portal that answers 200 to everything is believed in nothing: the app says so, and sends afterwards', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Saule', 2);
  const phone = await newPhone(browser);
  let page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();

  branch.wire.setWeather(() => ({ type: 'answer', status: 200, contentType: 'text/html', body: PORTAL }));
  await deliver(page, 1);
  await page.close();
  page = await phone.newPage();
  await page.goto(branch.wire.address);
  await deliver(page, 2);
  await page.getByRole('link', { name: /^Unsent/ }).click();
  await expect(page.getByText('This network answers in place of the server')).toBeVisible();
  await expect(unsentOf(page, 2)).toBeVisible();
  await expect(page.getByText('Everything is on the server')).toBeHidden();
  expect(storedStops(branch.server, run)).toEqual([]);

  branch.wire.setWeather(fairWeather);
  await sendNow(page);
  await expect(page.getByText('This network answers in place of the server')).toBeHidden();
  expect(storedStops(branch.server, run)).toEqual([0, 1]);
});

/** Acts, and strikes at the moment in which the push that follows has been handed to the server. */
async function duringNextPush(strike: () => void, act: () => Promise<void>): Promise<void> {
  let hasStruck = false;
  const weather: Weather = ({ path }) => {
    if (path === '/api/sync' && !hasStruck) {
      hasStruck = true;
      setImmediate(strike);
    }
    return { type: 'pass' };
  };
  branch.wire.setWeather(weather);
  await act();
  await expect.poll(() => hasStruck).toBe(true);
  branch.wire.setWeather(fairWeather);
}
