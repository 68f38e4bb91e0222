import { expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { madeLink, operatorLink, untilSent } from './support/by-hand.ts';
import { browserThatSees, browserWith } from './support/browser-with.ts';
import { newBareLaptop, openDesk } from './support/desk.ts';
import { newBarePhone } from './support/phone.ts';
import { writeQrVideo } from './support/qr-video.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

const secretOf = (link: string) => link.split('#')[1] ?? '';

test('a link joins in the language of the person; its secret leaves the address bar, and it works once', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Erlan', 1);
  const page = await (await newBarePhone(browser)).newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'You are invited to Zerendi' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('radio', { name: 'Қазақша' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await page.getByRole('button', { name: 'Қосылу' }).click();
  await page.getByRole('button', { name: 'Сақтау' }).click();
  await expect(page.getByText(/^Телефон (келісті|әзірге)/)).toBeVisible();
  await page.getByRole('button', { name: 'Бастау' }).click();
  await expect(page.getByRole('button', { name: 'Аламын' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Бұл телефон қосылып қойған.' })).toBeVisible();
  const second = await (await newBarePhone(browser)).newPage();
  await second.goto(link);
  await expect(second.getByText('This invitation has been used')).toBeVisible();
});

test('an invitation that was withdrawn lets nobody in, and neither does one that was used', async ({ browser }) => {
  const organiser = await openDesk(browser, branch);
  await organiser.goto(`${branch.wire.address}/people/invite`);
  await organiser.getByLabel('For whom?').fill('Sergei');
  const link = await madeLink(organiser);
  await organiser.getByRole('link', { name: 'People' }).click();
  await organiser.getByRole('button', { name: 'Withdraw' }).click();
  await untilSent(organiser);
  const stranger = await (await newBareLaptop(browser)).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('This invitation was withdrawn')).toBeVisible();
  const another = await (await newBareLaptop(browser)).newPage();
  await another.goto(await operatorLink(branch.server));
  await expect(another.getByText('This invitation has been used')).toBeVisible();
});

test('a code is typed as it was said: capitals, gaps and look-alikes do not matter; half of one is not sent', async ({
  browser,
}) => {
  const { link } = await awaitDriver(branch, 'Marina', 1);
  const secret = secretOf(link);
  const page = await (await newBarePhone(browser)).newPage();
  await page.goto(branch.wire.address);
  const code = page.getByLabel('Type the short code');
  await code.fill(secret.slice(0, 5));
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('5 of 12 so far. Nothing was sent. Type the rest.')).toBeVisible();
  const said = secret.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
  await code.fill(`${said.slice(0, 4)} ${said.slice(4, 8)}-${said.slice(8)}`);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
});

test('with no network joining says so, keeps what was typed, and goes on when it returns', async ({ browser }) => {
  const { link } = await awaitDriver(branch, 'Timur', 1);
  const context = await newBarePhone(browser);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('What should people call you?').fill('Timur the driver');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Welcome, Timur the driver')).toBeVisible();
});

test('the picture of an invitation is read by the camera', async () => {
  const { link } = await awaitDriver(branch, 'Saule', 1);
  const film = test.info().outputPath('invitation.y4m');
  await writeQrVideo(film, link);
  const browser = await browserThatSees(film);
  const page = await browser.newPage();
  await page.goto(branch.wire.address);
  await page.getByRole('button', { name: 'Scan the invitation' }).click();
  await expect(page.getByRole('heading', { name: 'You are invited to Zerendi' })).toBeVisible();
  await browser.close();
});

test('an address without https says why nothing can work there, before anybody types', async () => {
  const browser = await browserWith('--host-resolver-rules=MAP phone.test localhost');
  const page = await browser.newPage();
  await page.goto(branch.wire.address.replace('localhost', 'phone.test'));
  await expect(page.getByText('The app cannot work at this address')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await browser.close();
});
