import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { deliver, join, newBarePhone, stopLine, takeRun } from './support/phone.ts';
import { storedDeliveries, storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('phones whose clocks are a day behind and a day ahead join and send; their deliveries count, and organisers are told', async ({
  browser,
}) => {
  for (const [name, offsetMs] of [
    ['Marat', -DAY_MS],
    ['Saule', DAY_MS],
  ] as const) {
    const { link, run } = await awaitDriver(branch, name, 2);
    const phone = await newBarePhone(browser);
    await phone.clock.install({ time: Date.now() + offsetMs });
    const page = await phone.newPage();
    await join(page, link);
    await takeRun(page);
    for (const stop of [1, 2]) await deliver(page, stop);
    for (const stop of [1, 2]) await expect(stopLine(page, stop)).toContainText('On the server');
    expect(storedStops(branch.server, run)).toEqual([0, 1]);
    await phone.close();
  }
  expect(storedDeliveries(branch.server)).toHaveLength(4);
  for (const { flags } of storedDeliveries(branch.server)) expect(flags).toEqual(['clockWrong']);

  const desk = await openDesk(browser, branch);
  for (const name of ['Marat', 'Saule'])
    await expect(desk.getByRole('row', { name: `${name}’s run` })).toContainText('2 of 2');
  await desk.getByRole('link', { name: /4\srecords to look at/ }).click();
  await expect(desk.getByText('The phone’s clock is wrong')).toHaveCount(4);
});
