import { join } from 'node:path';

import { type Browser, chromium, test } from '@playwright/test';

import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { type DemoBranch, expect, startDemoBranch } from './support/demo-branch.ts';
import { writeQrVideo } from './support/qr-video.ts';

test.setTimeout(120_000);

let branch: DemoBranch;
test.beforeEach(async () => {
  branch = await startDemoBranch();
});
test.afterEach(() => branch.server.remove());

/** A browser with other flags than the usual one. */
async function browserWith(...flags: readonly string[]): Promise<Browser> {
  const { executable } = await chooseBrowser();
  return chromium.launch({ executablePath: executable, args: [...BROWSER_FLAGS, ...flags] });
}

test('a link joins in the language of the person; its secret leaves the address bar, and it works once', async ({
  browser,
  page,
}) => {
  await page.goto(branch.driverLink);
  await expect(page.getByRole('heading', { name: /^You are invited to/ })).toBeVisible();
  expect(page.url()).toBe(`${branch.server.address}/enrol`);
  await page.getByRole('radio', { name: 'Қазақша' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await page.getByRole('button', { name: 'Қосылу' }).click();
  await page.getByRole('button', { name: 'Сақтау' }).click();
  await expect(page.getByText(/^Телефон (келісті|әзірге)/)).toBeVisible();
  await page.getByRole('button', { name: 'Бастау' }).click();
  await expect(page.getByRole('heading', { name: 'Менің рейстерім' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Аламын' }).first()).toBeVisible();

  const second = await (await browser.newContext()).newPage();
  await second.goto(branch.driverLink);
  await expect(second.getByText('This invitation has been used')).toBeVisible();
  await second.context().close();
  await page.goto(branch.otherDriverLink);
  await expect(page.getByRole('heading', { name: 'Бұл телефон қосылып қойған.' })).toBeVisible();
});

test('a code is typed as it was said: capitals, gaps and look-alikes do not matter; half of one is not sent', async ({
  page,
}) => {
  const secret = branch.driverLink.split('#')[1] ?? '';
  await page.goto(branch.server.address);
  const code = page.getByLabel('Type the short code');
  await code.fill(secret.slice(0, 5));
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('5 of 12 so far. Nothing was sent. Type the rest.')).toBeVisible();
  const said = secret.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
  await code.fill(`${said.slice(0, 4)} ${said.slice(4, 8)}-${said.slice(8)}`);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
});

test('with no network joining says so, keeps what was typed, and goes on when it returns', async ({
  context,
  page,
}) => {
  await page.goto(branch.driverLink);
  await page.getByLabel('What should people call you?').fill('Erlan');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Welcome, Erlan')).toBeVisible();
});

test('the picture of an invitation is read by the camera', async () => {
  const film = join(branch.server.folder, 'invitation.y4m');
  await writeQrVideo(film, branch.driverLink);
  const browser = await browserWith(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  const page = await browser.newPage();
  await page.goto(branch.server.address);
  await page.getByRole('button', { name: 'Scan the invitation' }).click();
  await expect(page.getByRole('heading', { name: /^You are invited to/ })).toBeVisible();
  await browser.close();
});

test('an address without https says why nothing can work there, before anybody types', async () => {
  const browser = await browserWith('--host-resolver-rules=MAP phone.test 127.0.0.1');
  const page = await browser.newPage();
  await page.goto(branch.driverLink.replace('localhost', 'phone.test'));
  await expect(page.getByText('The app cannot work at this address')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await browser.close();
});
