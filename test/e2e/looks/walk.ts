import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

import { languages, type Language } from '#i18n/language.ts';

import { hardToUseInPage } from './hands-in-page.ts';
import { keyboardFaults } from './keyboard.ts';
import { type Place, wordsOf } from './routes.ts';
import { cutChoicesInPage, cutWordsInPage } from './words-in-page.ts';

/** How an app looks: a theme, the size of its words, and how large the screen is. */
export interface Dress {
  readonly theme: 'dark' | 'light' | 'sun';
  readonly textSize: 100 | 200;
  readonly forcedColors: 'none' | 'active';
  readonly size: { readonly width: number; readonly height: number };
  /** What axe reads: everything, or only what depends on colours. */
  readonly axe: 'everything' | 'colours' | 'nothing';
}

export interface Walk {
  readonly address: string;
  readonly places: readonly Place[];
  /** What a hand or a mouse needs, in px, and which contrast tired eyes need. */
  readonly target: number;
  readonly contrast: 'color-contrast' | 'color-contrast-enhanced';
  readonly size: Dress['size'];
}

const NARROW = { width: 320, height: 640 };

function dressesOf(size: Dress['size'], language: Language): readonly Dress[] {
  const usual = { textSize: 100, forcedColors: 'none', size } as const;
  const dresses: readonly Dress[] = [
    { ...usual, theme: 'dark', axe: 'everything' },
    { ...usual, theme: 'light', axe: 'colours' },
    { ...usual, theme: 'dark', forcedColors: 'active', axe: 'colours' },
    { ...usual, theme: 'light', textSize: 200, size: NARROW, axe: 'nothing' },
  ];
  // Black on white is the same in every language.
  return language === 'en' ? [...dresses, { ...usual, theme: 'sun', axe: 'colours' }] : dresses;
}

/** Walks through all places in three languages and every dress, and says what is wrong where. */
export async function faultsOf(page: Page, walk: Walk): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const language of languages) {
    await open(page, walk.address, language);
    for (const dress of dressesOf(walk.size, language)) {
      await putOn(page, dress);
      for (const place of walk.places) {
        await goTo(page, place, language);
        const where = `${place.path}${place.press === undefined ? '' : ' +form'} ${language} ${nameOf(dress)}`;
        const found = [
          ...(await laidOutFaults(page, dress, walk)),
          // The Tab key goes the same way in every language.
          ...(dress.theme === 'sun' ? await keyboardFaults(page) : []),
          ...(await axe(page, dress, walk)),
        ];
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      }
    }
  }
  return faults;
}

function nameOf({ theme, forcedColors, textSize }: Dress): string {
  return forcedColors === 'active' ? 'forced colours' : `${theme} ${textSize} %`;
}

/** Opens the app in a language; the dress is put on afterwards, without loading it again. */
export async function open(page: Page, address: string, language: Language): Promise<void> {
  await page.evaluate(
    (kept) => localStorage.setItem('dastarkhan-settings', kept),
    JSON.stringify({ language, theme: 'dark', textSize: 100 }),
  );
  await page.goto(`${address}/phone`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('main li').first()).toBeVisible();
}

async function putOn(page: Page, { theme, textSize, forcedColors, size }: Dress): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ forcedColors });
  await page.evaluate(
    ([chosen, percent]) => Object.assign(document.documentElement.dataset, { theme: chosen, textSize: percent }),
    [theme, String(textSize)] as const,
  );
}

/** Goes there inside the app, by way of another screen, so that what is looked at has just been drawn. */
export async function goTo(page: Page, place: Place, language: Language): Promise<void> {
  const between = place.path === '/unsent' ? '/phone' : '/unsent';
  if (new URL(page.url()).pathname !== between) await stepTo(page, between, 'main button');
  await stepTo(page, place.path, place.shows);
  // The count of what is unsent comes last.
  await expect(page.locator('nav')).not.toContainText('…');
  if (place.press === undefined) return;
  await page
    .getByRole('button', { name: place.press(await wordsOf(language)) })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
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

async function laidOutFaults(page: Page, dress: Dress, { target }: Walk): Promise<readonly string[]> {
  // Colours alone move nothing.
  if (dress.axe === 'colours') return [];
  return [
    ...(await page.evaluate(cutWordsInPage)),
    ...(await page.evaluate(cutChoicesInPage)),
    ...(await page.evaluate(hardToUseInPage, target)),
  ];
}

async function axe(page: Page, { axe: reads }: Dress, { contrast }: Walk): Promise<readonly string[]> {
  if (reads === 'nothing') return [];
  // Half a megabyte of script is given to each page once.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) }).setLegacyMode(true);
  // The enhanced contrast is the stricter of the two; by itself axe leaves it out.
  if (reads === 'colours') builder.withRules([contrast, 'link-in-text-block']);
  else builder.options({ rules: { 'color-contrast-enhanced': { enabled: contrast === 'color-contrast-enhanced' } } });
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
