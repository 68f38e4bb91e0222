import { type Page, expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openHeldDesk } from './support/desk.ts';
import { join, newBarePhone, takeRun, unsentOf } from './support/phone.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a day’s troubles with no network: a blocked road, a request that is promised and done, the shift handed over; connected again, another organiser sees all of it', async ({
  browser,
}) => {
  const { organiser } = branch;
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const phone = await newBarePhone(browser);
  const driver = await phone.newPage();
  await join(driver, link);
  await takeRun(driver);
  await expect(unsentOf(driver, 0)).toBeVisible();

  // A driver's problem reaches the desk as a stop that got nothing, and why.
  await driver.goto(`${branch.wire.address}/run/${run}/stop/0#problem`);
  await driver.getByRole('button', { name: 'Road blocked' }).click();
  await driver.getByRole('button', { name: 'Nothing delivered' }).click();
  await expect(unsentOf(driver, 0)).toBeVisible();
  const desk = await openHeldDesk(browser, branch);
  await expect(desk.getByText(/missing: Tea 10\sl · Road blocked/)).toBeVisible();
  await desk.context().setOffline(true);

  const second = await closeTheRoad(desk);
  await desk.getByRole('link', { name: 'Today' }).click();
  await expect(desk.getByRole('row', { name: 'Marat’s run' })).toContainText('Bridge closed');

  await desk.goto(`${branch.wire.address}/requests`);
  await askForFuel(desk, second);
  await desk.getByRole('button', { name: 'We bring it' }).click();
  await desk.getByRole('textbox', { name: 'Organisation' }).fill('Power company');
  await desk.getByRole('dialog').getByRole('button', { name: 'We bring it' }).click();
  await expect(desk.getByText('Promised: Power company')).toBeVisible();
  await desk.getByRole('button', { name: 'It is done' }).click();
  await expect(desk.getByText('Done: Power company')).toBeVisible();

  await desk.goto(`${branch.wire.address}/handover`);
  await desk.getByRole('textbox', { name: 'For the next one' }).fill('Thermoses at the school');
  await desk.getByRole('button', { name: 'I take over' }).click();
  await expect(desk.getByText(/^Taken over by Daniyar/)).toBeVisible();
  await organiser.settle();
  expect([...organiser.rows.values()].filter(({ kind }) => kind === 'shift')).toEqual([]);

  await desk.context().setOffline(false);
  await expect(unsentOf(desk, 0)).toBeVisible();
  await organiser.settle();
  const told = (kind: string) =>
    [...organiser.rows.values()].filter((row) => row.kind === kind).map(({ body }) => body);
  expect(told('shift')).toMatchObject([{ note: 'Thermoses at the school' }]);
  expect(told('request')).toMatchObject([{ what: 'fuel', status: 'done', promisedBy: 'Power company' }]);
  expect(told('notice')).toMatchObject([{ topic: 'road', affects: [expect.any(String)] }]);
  // And the driver reads at the stop what was written while the desk had no network.
  await driver.goto(`${branch.wire.address}/run/${run}`);
  await expect(driver.getByText('Bridge closed').first()).toBeVisible();
});

/** A notice that the road to the second post is closed; gives the post's number. */
async function closeTheRoad(desk: Page): Promise<string> {
  const code = codeOf('Post 2');
  await desk.goto(`${branch.wire.address}/notices/edit`);
  await desk.getByRole('button', { name: 'New notice' }).click();
  await desk.getByLabel('About').selectOption('road');
  await desk.getByRole('textbox', { name: 'Heading, English' }).fill('Bridge closed');
  await desk.getByRole('textbox', { name: /^Numbers of the checkpoints/ }).fill(code);
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('article', { name: 'Bridge closed' })).toContainText('Not yet on');
  return code;
}

async function askForFuel(desk: Page, code: string): Promise<void> {
  await desk.getByRole('button', { name: 'New request' }).click();
  const form = desk.getByRole('dialog');
  await form.getByRole('button', { name: 'Generator fuel' }).click();
  await form.getByLabel('Where?').selectOption({ label: `${code} · Post 2` });
  await form.getByRole('button', { name: 'New request' }).click();
  await expect(desk.getByRole('article', { name: 'Generator fuel' })).toBeVisible();
}

function codeOf(name: string): string {
  const place = [...branch.organiser.rows.values()].find(
    ({ kind, body }) => kind === 'checkpoint' && (body as { name: string }).name === name,
  );
  assert(place !== undefined, `${name} is on the list`);
  return (place.body as { code: string }).code;
}
