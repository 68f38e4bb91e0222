import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, join, newPhone, takeRun } from './support/phone.ts';

test.setTimeout(360_000);

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

interface Look {
  readonly language: 'kk' | 'ru' | 'en';
  readonly theme: 'dark' | 'light' | 'sun';
  readonly textSize: number;
}

/** Opens an address of the app in this dress, and waits until it says something. */
async function openIn(page: Page, look: Look, path: string): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem('dastarkhan-settings', kept), JSON.stringify(look));
  await page.goto(`${branch.wire.address}${path}`);
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
  await expect(page.locator('h1')).not.toBeEmpty();
  // Nothing is asked of the phone's memory any more: the count of what is unsent comes last.
  await expect(page.locator('nav')).not.toContainText('…');
}

/** A driver's phone with a run under way and one record; gives the addresses of its screens. */
async function drivingPhone(page: Page): Promise<readonly string[]> {
  const { link, run } = await awaitDriver(branch, 'Saule', 3);
  await join(page, link);
  await takeRun(page);
  await deliver(page, 1);
  const at = `/run/${run}`;
  return [
    '/',
    at,
    `${at}/stop/0`,
    `${at}/stop/1`,
    `${at}/stop/1#problem`,
    `${at}/end`,
    '/unplanned',
    '/unsent',
    '/phone',
  ];
}

const LOOKS: readonly Look[] = [
  { language: 'kk', theme: 'dark', textSize: 100 },
  { language: 'ru', theme: 'light', textSize: 100 },
  { language: 'en', theme: 'sun', textSize: 100 },
];

test('the screens of a driver are sound in three languages and looks, forced colours, large letters and large fingers', async ({
  browser,
}) => {
  const context = await newPhone(browser);
  const page = await context.newPage();
  const paths = await drivingPhone(page);
  await test.step('axe finds nothing', async () => {
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      for (const look of forcedColors === 'none' ? LOOKS : LOOKS.slice(0, 1)) {
        for (const path of paths) {
          await openIn(page, look, path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${path} ${look.language} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
      }
    }
    await page.emulateMedia({ forcedColors: 'none' });
  });
  await test.step('everything that is pressed is at least 56 px large', async () => {
    for (const path of paths) {
      await openIn(page, { language: 'en', theme: 'dark', textSize: 100 }, path);
      expect(await smallTargets(page)).toEqual([]);
    }
  });
  await test.step('nothing is wider than a screen of 320 px at 200 % text', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const look of LOOKS) {
      for (const path of paths) {
        await openIn(page, { ...look, textSize: 200 }, path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(`${path} ${look.language} ${width}`).toBe(`${path} ${look.language} 320`);
      }
    }
  });
  await context.close();
});

/** What can be pressed and is smaller than a gloved finger; a chip is as large as its label. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const least = 56;
    const pressed = document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, select');
    return [...pressed]
      .map((element) => (element.matches('[type=radio]') ? (element.closest('label') ?? element) : element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`);
  });
}
