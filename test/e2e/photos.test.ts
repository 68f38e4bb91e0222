import { expect, type Page } from '@playwright/test';

import { readPicture } from '#protocol/bare-jpeg.ts';
import { readSponsorPage } from '#protocol/sponsor-page.ts';
import { withPart } from '#test/support/tiny-jpeg.ts';
import { awaitDriver, type Branch, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { type Gift, give } from './support/gift.ts';
import { deliver, join, newBarePhone, PHONE, stopLine, takeRun, unsentOf } from './support/phone.ts';
import { test } from './support/story.ts';
import { fairWeather } from './support/wire.ts';

const NOTE = Buffer.from('Exif\0\0MM\0*\0\0\0\x08 53.28 N 69.38 E, Marat’s phone');

let branch: Branch;
/** Three people, each with a browser of their own, on a slow machine. */
test.setTimeout(180_000);

test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

/** A camera’s picture of many details, with a note of where it was taken and by whom. */
async function cameraPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2_400, 1_800];
    const context = canvas.getContext('2d');
    for (let index = 0; index < 20_000; index += 1) {
      if (context === null) break;
      context.fillStyle = `hsl(${(index * 37) % 360} 80% ${20 + ((index * 13) % 60)}%)`;
      context.fillRect((index * 7_919) % 2_400, (index * 104_729) % 1_800, 24, 18);
    }
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  const bytes = Buffer.from(address.split(',')[1] ?? '', 'base64');
  return Buffer.from(withPart(Uint8Array.from(bytes), 0xe1, NOTE));
}

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
/** The head of a PNG that says it is thirty thousand pixels wide. */
const wide = Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02${'\0'.repeat(40)}`, 'latin1');

/** What the link's page names, as the server sends it. */
async function shownBytes({ secret }: Gift): Promise<Uint8Array> {
  const ask = (path: string, asked: object): Promise<Response> =>
    fetch(`${branch.server.address}${path}`, { method: 'POST', body: JSON.stringify(asked) });
  const page = readSponsorPage(await (await ask('/api/sponsor', { secret })).text());
  const photo = page?.runs[0]?.photos[0];
  return new Uint8Array(await (await ask('/api/sponsor/photo', { secret, photo })).arrayBuffer());
}

/** Tries a drawing and a picture too large to be opened, each of which is told why not, and then takes the photo. */
async function photograph(page: Page, picture: Buffer): Promise<void> {
  const input = page.locator('input[type=file]');
  await expect(page.getByText('there must be no people in the picture')).toBeVisible();
  await input.setInputFiles({ name: 'bread.jpg', mimeType: 'image/jpeg', buffer: svg });
  await expect(page.getByText('This file is not a photo')).toBeVisible();
  await input.setInputFiles({ name: 'bread.png', mimeType: 'image/png', buffer: wide });
  await expect(page.getByText('This picture is too large')).toBeVisible();
  await input.setInputFiles({ name: 'bread.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(page.getByText('The photo is on this phone')).toBeVisible();
}

/** The page fetches no photo until its sponsor asks for it. */
async function lookAsSponsor(sponsor: Page, { address }: Gift): Promise<void> {
  let fetchedCount = 0;
  sponsor.on('request', (request) => {
    if (request.url().endsWith('/api/sponsor/photo')) fetchedCount += 1;
  });
  await sponsor.goto(address);
  const shownGift = sponsor.getByRole('region', { name: 'Photos of your gift' });
  await expect(shownGift.getByRole('button', { name: 'Look at the photo' })).toBeVisible();
  expect(fetchedCount).toBe(0);
  await shownGift.getByRole('button', { name: 'Look at the photo' }).click();
  const shown = shownGift.getByRole('img');
  await expect(shown).toBeVisible();
  await shown.evaluate((image: HTMLImageElement) => image.decode());
}

test('a photo taken with no network is sent after the records, goes on after a cut, and its sponsor sees it once it is released', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const gift = await give(branch, run);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  const picture = await cameraPicture(page);
  expect(picture.length).toBeGreaterThan(300_000);

  await phone.setOffline(true);
  await deliver(page, 1);
  await stopLine(page, 1).click();
  await photograph(page, picture);
  await expect(unsentOf(page, 2)).toBeVisible();

  let pieceCount = 0;
  branch.wire.setWeather(({ path }) => {
    if (path !== '/api/photo') return { type: 'pass' };
    pieceCount += 1;
    return { type: pieceCount < 2 ? 'pass' : 'cut' };
  });
  await phone.setOffline(false);
  await expect(unsentOf(page, 0)).toBeVisible();
  await expect.poll(() => pieceCount).toBeGreaterThan(1);
  await page.getByRole('link', { name: /^Unsent/ }).click();
  await expect(page.getByText('1 photo')).toBeVisible();

  const desk = await openDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/runs/${run}`);
  await desk.getByRole('button', { name: 'Look at the photo' }).click();
  await expect(desk.getByText('The photo is not on the server')).toBeVisible();

  branch.wire.setWeather(fairWeather);
  await page.reload();
  await expect(page.getByText('Everything is on the server')).toBeVisible();

  await desk.reload();
  await desk.getByRole('button', { name: 'Look at the photo' }).click();
  await expect(desk.getByRole('img', { name: /^Goods at .*Post 1$/ })).toBeVisible();
  await desk.getByRole('button', { name: 'Show to sponsors' }).click();
  await expect(desk.getByText('shown to sponsors')).toBeVisible();
  await expect(desk.getByRole('link', { name: '0 records not sent yet' })).toBeVisible();

  const sponsor = await (await browser.newContext(PHONE)).newPage();
  await lookAsSponsor(sponsor, gift);
  const bytes = await shownBytes(gift);
  expect(readPicture(bytes).ok).toBe(true);
  expect(Buffer.from(bytes).includes('Exif')).toBe(false);
});
