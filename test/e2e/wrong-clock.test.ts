import { expect, test } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { deliver, join, newPhone, stopLine, takeRun } from './support/phone.ts';
import { storedDeliveries, storedStops } from './support/server-file.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

for (const [words, offsetMs] of [
  ['a day behind', -DAY_MS],
  ['a day ahead', DAY_MS],
] as const) {
  test(`a phone whose clock is ${words} joins and sends; its deliveries count, and organisers are told`, async ({
    browser,
  }) => {
    const { link, run } = await awaitDriver(branch, 'Marat', 2);
    const phone = await newPhone(browser);
    await phone.clock.install({ time: Date.now() + offsetMs });
    const page = await phone.newPage();
    await join(page, link);
    await takeRun(page);
    for (const stop of [1, 2]) await deliver(page, stop);
    for (const stop of [1, 2]) await expect(stopLine(page, stop)).toContainText('On the server');
    expect(storedStops(branch.server, run)).toEqual([0, 1]);
    for (const { flags } of storedDeliveries(branch.server)) expect(flags).toEqual(['clockWrong']);

    const desk = await openDesk(browser, branch);
    await expect(desk.getByRole('row', { name: 'Marat’s run' })).toContainText('2 of 2');
    await desk.getByRole('link', { name: /2\srecords to look at/ }).click();
    await expect(desk.getByText('The phone’s clock is wrong').first()).toBeVisible();
    await desk.context().close();
    await phone.close();
  });
}
