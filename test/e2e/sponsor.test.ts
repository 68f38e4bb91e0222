import { gzipSync } from 'node:zlib';

import { expect, type Page, type Response } from '@playwright/test';

import type { Count } from '#domain/scalars.ts';
import { formatQuantity } from '#i18n/format.ts';
import { languageNames, languages } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';
import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { give } from './support/gift.ts';
import { missingOn, pagesOf } from './support/pdf.ts';
import { deliver, join, newBarePhone, PHONE, takeRun, unsentOf, untilSetHeld } from './support/phone.ts';
import { test } from './support/story.ts';

const MOST_SCRIPT_BYTES = 90 * 1024;

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

/** The letter of thanks as it comes out on paper, in each language that a sponsor may choose. */
async function saysLetter(page: Page): Promise<void> {
  for (const language of languages) {
    const words = await loadWords(language, 'sponsor');
    await page.getByRole('radio', { name: languageNames[language] }).check();
    await expect(page.getByRole('button', { name: words.letter })).toBeVisible();
    const [letter, ...more] = pagesOf(await page.pdf({ format: 'A4' }));
    expect(more, language).toEqual([]);
    // Forty were promised, and forty more were offered just now.
    const sums = [formatQuantity(amountOf(80), 'l', language), formatQuantity(amountOf(20), 'l', language)];
    const said = [words.letterTitle, words.letterTo('Ak Nan bakery'), words.letterSums, words.letterSign, ...sums];
    expect(
      missingOn(letter, [...said, words.delivered, formatQuantity(amountOf(10), 'l', language)]),
      language,
    ).toEqual([]);
  }
}

const amountOf = (units: number): Count => (units * 1_000) as Count;

/** Whoever looks again after a while sees the newest; the page asks by itself as soon as it is shown. */
const lookAgain = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

test('a gift is promised, loaded, delivered with no network and sent: the sponsor’s open page shows it, and offers more', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const { address } = await give(branch, run);
  const sponsor = await (await browser.newContext({ ...PHONE, locale: 'kk-KZ' })).newPage();
  await sponsor.goto(address);
  await expect(sponsor.getByRole('heading', { level: 1, name: 'Ak Nan bakery' })).toBeVisible();
  await expect(sponsor.getByText('Nothing has been delivered yet').first()).toBeVisible();

  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 1);
  await phone.setOffline(false);
  await expect(unsentOf(page, 0)).toBeVisible();

  await lookAgain(sponsor);
  const week = sponsor.getByRole('region', { name: 'This week' });
  await expect(week).toContainText('1 run to 1 checkpoint');
  await expect(week).toContainText('10 l still on the way');
  await expect(sponsor.getByRole('region', { name: 'Runs with your food' })).toContainText('Tea 10 l of 20 l');

  await sponsor.getByRole('button', { name: 'We can give this' }).click();
  await sponsor.getByRole('button', { name: 'Offer', exact: true }).click();
  await expect(sponsor.getByText('An organiser will confirm it')).toBeVisible();
  const desk = await openDesk(browser, branch);
  await desk.getByRole('link', { name: 'Sponsors' }).click();
  await desk.getByRole('button', { name: 'Take it' }).click();
  await expect(desk.getByText('Offers that wait for you')).toBeHidden();
  await expect(desk.getByRole('link', { name: '0 records not sent yet' })).toBeVisible();
  await lookAgain(sponsor);
  await expect(sponsor.getByRole('region', { name: 'Your pledges' })).not.toContainText('waits');
  await saysLetter(sponsor);
});

test('the page weighs at most 90 KiB of script, opens again with no network with its date, and ends when the link does', async ({
  browser,
}) => {
  const { run } = await awaitDriver(branch, 'Marat', 2);
  const { address, linkId } = await give(branch, run);
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  const weigh = (response: Response): void => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  };
  page.on('response', weigh);
  await page.goto(address, { waitUntil: 'load' });
  page.off('response', weigh);
  const heading = page.getByRole('heading', { level: 1, name: 'Ak Nan bakery' });
  await expect(heading).toBeVisible();
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);

  await untilSetHeld(page, 'sponsor');
  await context.setOffline(true);
  await page.reload();
  await expect(heading).toBeVisible();
  await expect(page.getByText('No connection. This is the page of')).toBeVisible();

  await context.setOffline(false);
  await lookAgain(page);
  await expect(page.getByText('No connection')).toBeHidden();
  branch.organiser.write({ name: 'sponsorLinkRevoke', args: { id: linkId } });
  await branch.organiser.settle();
  await lookAgain(page);
  await expect(page.getByText('This link shows nothing')).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await expect(heading).toBeHidden();
});
