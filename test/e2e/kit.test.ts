import { expect, type Page } from '@playwright/test';

import type { WrongFormat } from '#i18n/format-check.ts';
import { buildKit, kitAddress, type KitFiles } from './kit/build.ts';
import { askAxe } from './looks/axe.ts';
import { test } from './support/story.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let files: KitFiles;
/** Of what is not there. */
const NOWHERE = { x: -1, y: -1, width: -1, height: -1 };

test.beforeAll(async () => {
  files = await buildKit();
});

type Dress = { readonly theme: string; readonly textSize?: string };

async function openKit(page: Page, worn: Dress): Promise<void> {
  await page.route(`${kitAddress}/**`, (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill(file);
  });
  await page.goto(`${kitAddress}/page.html`);
  await dress(page, worn);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function dress(page: Page, { theme, textSize = '100' }: Dress): Promise<void> {
  await page.evaluate((worn) => Object.assign(document.documentElement.dataset, worn), { theme, textSize });
}

test('dates and numbers are written right by this very browser, in all three languages', async ({ page }) => {
  await openKit(page, { theme: 'dark' });
  const wrong = await page.evaluate(() =>
    (globalThis as unknown as { checkFormats: () => WrongFormat[] }).checkFormats(),
  );
  expect(wrong).toEqual([]);
});

test('a dialog takes the focus, keeps it inside, and gives it back to what opened it', async ({ page }) => {
  await openKit(page, { theme: 'dark' });
  const opener = page.getByRole('button', { name: 'Стереть с этого телефона' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Стереть с телефона?' });
  await expect(dialog).toBeVisible();
  for (let tabs = 0; tabs < 5; tabs += 1) {
    const isInPage = await page.evaluate(() => {
      const active = document.activeElement;
      return active !== document.body && active?.closest('dialog') === null;
    });
    expect(isInPage).toBe(false);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the places of the app are under the thumb on a phone, and beside the page on a laptop', async ({ page }) => {
  const boxes = async () => {
    const [places, content] = await Promise.all([
      page.getByRole('navigation').boundingBox(),
      page.getByRole('main').boundingBox(),
    ]);
    return { places: places ?? NOWHERE, content: content ?? NOWHERE };
  };
  await page.setViewportSize({ width: 360, height: 740 });
  await openKit(page, { theme: 'dark' });
  const phone = await boxes();
  expect(phone.places.y + phone.places.height).toBe(740);
  await page.setViewportSize({ width: 1280, height: 800 });
  const laptop = await boxes();
  expect(laptop.places).toMatchObject({ x: 0, y: 0, height: 800 });
  expect(laptop.places.width).toBeLessThanOrEqual(laptop.content.x);
});

for (const theme of ['dark', 'light', 'sun']) {
  test(`nothing is cut off on 320 pixels with letters twice as large: ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openKit(page, { theme, textSize: '200' });
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.closest('table') === null)
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
    );
    expect(outside).toEqual([]);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, label, h1, h2, p, summary')]
        .filter((element) => element.closest('table') === null && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => getComputedStyle(element).display !== 'inline')
        .map((element) => element.textContent),
    );
    expect(cut).toEqual([]);
  });
}

test('axe finds nothing in any theme, nor in the person’s own high-contrast colours', async ({ page }) => {
  // A theme that is half put on has half of its colours.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openKit(page, { theme: 'dark' });
  const { broken, held } = await askAxe(page);
  expect(held).toBeGreaterThan(20);
  expect(broken).toEqual([]);
  for (const [theme, forcedColors] of [
    ['light', 'none'],
    ['sun', 'none'],
    ['dark', 'active'],
  ] as const) {
    await page.emulateMedia({ forcedColors });
    await dress(page, { theme });
    const colours = await askAxe(page, { runOnly: ['color-contrast', 'link-in-text-block'] });
    expect(colours.held).toBeGreaterThan(0);
    expect(colours.broken, `${theme}, forced colours ${forcedColors}`).toEqual([]);
  }
});

test('whatever a driver presses is at least 56 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openKit(page, { theme: 'dark' });
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, select, summary, input[type=text], label:has(input)')]
      // Boxes are laid out in 64ths of a pixel, and given back a hair off: 55.99997 is 56.
      .map((element) => ({
        height: Math.round(element.getBoundingClientRect().height * 64) / 64,
        text: element.textContent,
      }))
      .filter(({ height }) => height > 0 && height < 56),
  );
  expect(small).toEqual([]);
});
