import type { Page } from '@playwright/test';

import { askAxe } from './axe.ts';
import { hardToUseInPage } from './hands-in-page.ts';
import { keyboardFaults } from './keyboard.ts';
import { cutChoicesInPage, cutWordsInPage } from './words-in-page.ts';

/** How an app looks: a theme, the size of its words, and how large the screen is. */
export interface Dress {
  readonly theme: 'dark' | 'light' | 'sun';
  readonly textSize: 100 | 200;
  readonly forcedColors: 'none' | 'active';
  readonly size: { readonly width: number; readonly height: number };
  /** What axe reads: everything, only what depends on colours, or all but that. */
  readonly axe: 'everything' | 'colours' | 'all but colours' | 'nothing';
}

/** What those who use a screen need. */
export interface Needs {
  /** The least side of what is pressed, in px. */
  readonly target: number;
  readonly contrast: 'color-contrast' | 'color-contrast-enhanced';
  readonly size: Dress['size'];
}

/** Gloved fingers and tired eyes, on a cheap phone. */
export const DRIVERS_NEED: Needs = {
  target: 56,
  contrast: 'color-contrast-enhanced',
  size: { width: 360, height: 740 },
};
export const ORGANISERS_NEED: Needs = { target: 44, contrast: 'color-contrast', size: { width: 1280, height: 800 } };

const NARROW = { width: 320, height: 640 };

/**
 * How a screen is looked at in one language. Which colour lies on which does not depend on the words: all colours are tried in
 * one language, each screen's own, and so is the way of the Tab key.
 */
export function dressesOf(size: Dress['size'], colours: 'tried' | 'tried elsewhere'): readonly Dress[] {
  const usual = { textSize: 100, forcedColors: 'none', size } as const;
  // Last, since what is narrow is drawn anew.
  const narrow: Dress = { ...usual, theme: 'light', textSize: 200, size: NARROW, axe: 'nothing' };
  if (colours === 'tried elsewhere') return [{ ...usual, theme: 'dark', axe: 'all but colours' }, narrow];
  return [
    { ...usual, theme: 'dark', axe: 'everything' },
    { ...usual, theme: 'light', axe: 'colours' },
    { ...usual, theme: 'dark', forcedColors: 'active', axe: 'colours' },
    { ...usual, theme: 'sun', axe: 'colours' },
    narrow,
  ];
}

/** Dresses the page that is open, without loading it again. */
export async function putOn(page: Page, { theme, textSize, forcedColors, size }: Dress): Promise<void> {
  const areForced = await page.evaluate(
    ([chosen, percent]) => {
      Object.assign(document.documentElement.dataset, { theme: chosen, textSize: percent });
      return matchMedia('(forced-colors: active)').matches;
    },
    [theme, String(textSize)] as const,
  );
  if (areForced !== (forcedColors === 'active')) await page.emulateMedia({ forcedColors });
  const { width, height } = page.viewportSize() ?? {};
  if (width === size.width && height === size.height) return;
  await page.setViewportSize(size);
  // A list takes the place of a table, and so on: drawn and laid out once both of these are over.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}

/** What is wrong with what is on the screen in this dress. */
export async function faultsIn(page: Page, dress: Dress, needs: Needs): Promise<readonly string[]> {
  const found = [
    ...(await laidOutFaults(page, dress, needs)),
    ...(dress.theme === 'sun' ? await keyboardFaults(page) : []),
    ...(await axeFaults(page, dress, needs)),
  ];
  return found.map((fault) => `${nameOf(dress)}: ${fault}`);
}

function nameOf({ theme, forcedColors, textSize }: Dress): string {
  return forcedColors === 'active' ? 'forced colours' : `${theme} ${textSize} %`;
}

async function laidOutFaults(page: Page, dress: Dress, { target }: Needs): Promise<readonly string[]> {
  // Colours alone move nothing.
  if (dress.axe === 'colours') return [];
  // All in one message: there are thousands of looks.
  const looks = `[...(${String(cutWordsInPage)})(), ...(${String(cutChoicesInPage)})(), ...(${String(hardToUseInPage)})(${target})]`;
  return page.evaluate<readonly string[]>(`(${String(layOutInPage)})(); ${looks}`);
}

/** What rests while it is off the screen has no true size: it is laid out as if it were seen. */
function layOutInPage(): void {
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  }
}

async function axeFaults(page: Page, { axe }: Dress, { contrast }: Needs): Promise<readonly string[]> {
  if (axe === 'nothing') return [];
  // The enhanced contrast is the stricter of the two; by itself axe leaves it out.
  const rules = {
    'color-contrast': { enabled: axe === 'everything' && contrast === 'color-contrast' },
    'color-contrast-enhanced': { enabled: axe === 'everything' && contrast === 'color-contrast-enhanced' },
    // A cell of the board says its state between the numbers and the names that are seen in it.
    'label-content-name-mismatch': { enabled: false },
  };
  const colours = { type: 'rule', values: [contrast, 'link-in-text-block'] } as const;
  const { broken } = await askAxe(
    page,
    axe === 'colours' ? { runOnly: { ...colours, values: [...colours.values] } } : { rules },
  );
  return broken;
}
