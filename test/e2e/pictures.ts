import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { untilHeld } from './support/phone.ts';

/**
 * Takes the README's pictures of the demonstration, as a driver's phone, an organiser's laptop and a sponsor's phone show it:
 *
 *   npm run build && npx node test/e2e/pictures.ts
 */
const FOLDER = 'public/pictures';
const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };
/** Two dots for each of the page's, and nothing under way. */
const SHARP = { deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;

const demo = spawn(process.execPath, ['src/server/main.ts', '--demo'], { env: { ...process.env, PORT: '0' } });
try {
  const links = await demoLinks();
  await mkdir(FOLDER, { recursive: true });
  const { executable } = await chooseBrowser();
  const browser = await chromium.launch({ executablePath: executable, args: BROWSER_FLAGS });
  await driverPictures(browser, links[1] ?? '');
  const organiser = await organiserPictures(browser, links[0] ?? '');
  await sponsorPicture(browser, await sponsorLink(organiser));
  await browser.close();
} finally {
  demo.kill('SIGTERM');
}

/** The demonstration prints three links: an organiser's, and two drivers'. */
function demoLinks(): Promise<readonly string[]> {
  let said = '';
  return new Promise((resolve) => {
    demo.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const links = [...said.matchAll(/http\S+\/enrol#\w{12}/g)].map(([link]) => link);
      if (links.length >= 3) resolve(links);
    });
  });
}

async function driverPictures(browser: Browser, link: string): Promise<void> {
  const page = await join(browser, link, { viewport: PHONE, locale: 'ru-RU', colorScheme: 'dark', name: 'Ерлан' });
  await page.getByRole('button', { name: 'Беру' }).first().click();
  await page
    .getByRole('link', { name: 'Открыть рейс' })
    .or(page.getByRole('button', { name: 'Открыть рейс' }))
    .first()
    .click();
  await page.getByRole('button', { name: /Загружено/ }).click();
  const delivered = page.getByRole('button', { name: /Доставлено/ });
  await delivered.waitFor();
  await untilHeld(page);
  await page.context().setOffline(true);
  await page.screenshot({ path: `${FOLDER}/driver-next-stop.png` });
  await delivered.click();
  await page.getByRole('button', { name: 'Отменить' }).waitFor();
  await page.screenshot({ path: `${FOLDER}/driver-delivered.png` });
  await page.getByRole('link', { name: /Не.отправлено/ }).click();
  await page.getByRole('heading', { level: 1, name: /Не.отправлено/ }).waitFor();
  await page.screenshot({ path: `${FOLDER}/driver-unsent.png` });
  await page.goBack();
  await page.getByRole('link', { name: 'Проблема' }).click();
  await page.getByText('Дорога перекрыта').waitFor();
  await page.screenshot({ path: `${FOLDER}/driver-problem.png` });
}

async function organiserPictures(browser: Browser, link: string): Promise<Page> {
  const page = await join(browser, link, { viewport: LAPTOP, locale: 'en-GB', colorScheme: 'light', name: 'Aigul' });
  await page.getByText('Breakfast').or(page.getByText('Завтрак')).first().waitFor();
  await page.screenshot({ path: `${FOLDER}/organiser-day.png` });
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  await page.getByRole('table').getByText('of').first().waitFor();
  await page.screenshot({ path: `${FOLDER}/organiser-coverage.png` });
  return page;
}

/** Makes the demonstration's sponsor a link, as an organiser does, and waits until the server has it. */
async function sponsorLink(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Sponsors', exact: true }).click();
  await page.getByRole('link', { name: /This week/ }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const shown = page.getByText(/\/sponsor#\w{26}$/);
  await shown.waitFor();
  await page.getByRole('link', { name: '0 records not sent yet' }).waitFor();
  return (await shown.textContent()) ?? '';
}

async function sponsorPicture(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'kk-KZ', colorScheme: 'light', ...SHARP });
  const page = await context.newPage();
  await page.goto(link);
  // A link that was made a moment ago may not be known yet; its page asks again by itself.
  await page.getByRole('heading', { name: 'Осы апта' }).waitFor({ timeout: 60_000 });
  await page.screenshot({ path: `${FOLDER}/sponsor-page.png` });
}

type Guise = {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale: string;
  readonly colorScheme: 'dark' | 'light';
  readonly name: string;
};

/** Enrols by a link and goes through to the first screen. */
async function join(browser: Browser, link: string, { name, ...guise }: Guise): Promise<Page> {
  const page = await (await browser.newContext({ ...guise, ...SHARP })).newPage();
  await page.goto(link);
  const called = page.getByRole('textbox').first();
  await page.getByRole('button', { name: /Подключиться|Join/ }).waitFor();
  if ((await called.inputValue()) === '') await called.fill(name);
  await page.getByRole('button', { name: /Подключиться|Join/ }).click();
  await page.getByRole('button', { name: /Начать|Start/ }).click();
  return page;
}
