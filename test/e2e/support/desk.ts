import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import type { MemberBody } from '#domain/people.ts';

import { type Branch, invite } from './branch.ts';
import { joinAs, untilSetHeld, withoutWorker } from './phone.ts';

/** An organiser's laptop, in English so that the stories can be read. */
export const LAPTOP = { locale: 'en-GB', viewport: { width: 1280, height: 800 } } as const;

export function newLaptop(browser: Browser): Promise<BrowserContext> {
  return browser.newContext(LAPTOP);
}

/** A laptop whose browser has no service workers. */
export async function newBareLaptop(browser: Browser): Promise<BrowserContext> {
  return withoutWorker(await newLaptop(browser));
}

/** Another organiser joins with a device of their own and is confirmed by the first; their screen shows the day. */
export async function openDesk(browser: Browser, branch: Branch): Promise<Page> {
  return openDeskOn(await newBareLaptop(browser), branch);
}

/** The same on a laptop that holds all of the organisers' files, so that every screen opens with no network. */
export async function openHeldDesk(browser: Browser, branch: Branch): Promise<Page> {
  const page = await openDeskOn(await newLaptop(browser), branch);
  await untilSetHeld(page, 'organiser');
  return page;
}

async function openDeskOn(desk: BrowserContext, branch: Branch): Promise<Page> {
  const { organiser } = branch;
  const link = await invite(branch, { role: 'organiser', label: '', member: null });
  const page = await desk.newPage();
  await joinAs(page, link, 'Daniyar');
  await expect(page.getByText('Another organiser must confirm you')).toBeVisible();
  await organiser.settle();
  const waiting = [...organiser.rows.values()].find(
    ({ kind, body }) => kind === 'member' && (body as MemberBody).status === 'waiting',
  );
  assert(waiting !== undefined, 'the first organiser hears of the second');
  organiser.write({ name: 'memberConfirm', args: { member: waiting.id } });
  await organiser.settle();
  await untilConfirmed(page);
  return page;
}

/** Whoever was confirmed asks whether they are: the word may still be on its way, or come by itself as the button is pressed. */
export async function untilConfirmed(page: Page): Promise<void> {
  const waits = page.getByText('Another organiser must confirm you');
  await expect(async () => {
    if (await waits.isVisible()) await page.getByRole('button', { name: 'Try again' }).click({ timeout: 3_000 });
    await expect(waits).toBeHidden({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}
