import { type Page, expect } from '@playwright/test';

import { languages, type Language } from '#i18n/language.ts';

import { dressesOf, faultsIn, type Needs, putOn } from './dress.ts';
import { type Place, wordsOf } from './routes.ts';

export interface Walk extends Needs {
  readonly address: string;
  readonly places: readonly Place[];
}

/** Walks through all places in three languages and every dress, and says what is wrong where. */
export async function faultsOf(page: Page, walk: Walk): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  const places = inEasyOrder(walk.places);
  for (const [turn, language] of languages.entries()) {
    await open(page, walk.address, language);
    for (const [index, place] of places.entries()) {
      const dresses = dressesOf(walk.size, index % languages.length === turn ? 'tried' : 'tried elsewhere');
      // Drawn once, in the first dress, and dressed anew where it stands; every other one begins as the one before ended.
      const inTurn = index % 2 === 0 ? dresses : dresses.toReversed();
      for (const dress of inTurn) {
        await putOn(page, dress);
        if (dress === inTurn[0]) await goTo(page, place, language);
        const where = `${place.path}${place.press === undefined ? '' : ' +form'} ${language}`;
        faults.push(...(await faultsIn(page, dress, walk)).map((fault) => `${where} ${fault}`));
      }
    }
  }
  return faults;
}

/** A form right after the screen that it lies over, and otherwise no screen after itself: else the way leads over another. */
function inEasyOrder(places: readonly Place[]): readonly Place[] {
  const left = [...places];
  const order: Place[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const isOverLast = ({ path, press }: Place) =>
      press !== undefined && last?.press === undefined && path === last?.path;
    const isElsewhere = ({ path }: Place) => last === undefined || screenOf(path) !== screenOf(last.path);
    const index = [left.findIndex(isOverLast), left.findIndex(isElsewhere), 0].find((found) => found >= 0) ?? 0;
    order.push(...left.splice(index, 1));
  }
  return order;
}

/** Looks at one page that is no place of the app's own: `show` brings it onto the screen in the language that is set. */
export async function faultsOfOne(
  page: Page,
  { name, show, ...needs }: Needs & { readonly name: string; readonly show: () => Promise<void> },
): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const language of languages) {
    await choose(page, language);
    await show();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const dress of dressesOf(needs.size, language === 'en' ? 'tried' : 'tried elsewhere')) {
      await putOn(page, dress);
      faults.push(...(await faultsIn(page, dress, needs)).map((fault) => `${name} ${language} ${fault}`));
    }
  }
  return faults;
}

/** Opens the app in a language; the dress is put on afterwards, without loading it again. */
export async function open(page: Page, address: string, language: Language): Promise<void> {
  await choose(page, language);
  await page.goto(`${address}/phone`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('main li').first()).toBeVisible();
}

async function choose(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    (kept) => localStorage.setItem('dastarkhan-settings', kept),
    JSON.stringify({ language, theme: 'dark', textSize: 100 }),
  );
}

/** Goes there inside the app; what is looked at has just been drawn. */
export async function goTo(page: Page, place: Place, language: Language): Promise<void> {
  if (place.press === undefined || !(await page.evaluate(isBareScreenInPage, place.path))) await walkTo(page, place);
  if (place.press === undefined) return;
  await page
    .getByRole('button', { name: place.press(await wordsOf(language)) })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** The place's screen is there already, with nothing over it. Runs inside the page, so it stands alone. */
function isBareScreenInPage(path: string): boolean {
  return (
    location.pathname + location.search + location.hash === path && document.querySelector('dialog[open]') === null
  );
}

async function walkTo(page: Page, place: Place): Promise<void> {
  // A screen that follows itself stays as it is, so the way leads over another one.
  if (screenOf(new URL(page.url()).pathname) === screenOf(place.path)) {
    const between = place.path === '/unsent' ? '/phone' : '/unsent';
    // On the phone's own page the first button lies in a fold.
    await stepTo(page, between, between === '/phone' ? 'main li' : 'main button');
  }
  await stepTo(page, place.path, place.shows);
  await page.evaluate(untilStillInPage);
  // The count of what is unsent comes last.
  await expect(page.locator('nav')).not.toContainText('…');
}

/** What comes from the phone's memory has come: nothing is added for three frames. Runs inside the page, so it stands alone. */
async function untilStillInPage(): Promise<void> {
  let before = -1;
  for (let still = 0; still < 3;) {
    await new Promise(requestAnimationFrame);
    const now = document.querySelectorAll('main *').length;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** The first step of a path, which several screens may share. */
function screenOf(path: string): string {
  return path.split(/[/?#]/)[1] ?? '';
}

async function stepTo(page: Page, path: string, shows: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('main')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('main:not([data-left])').waitFor({ timeout: 10_000 });
  await page.locator(shows).first().waitFor({ timeout: 10_000 });
}
