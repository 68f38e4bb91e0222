import { type Browser, type Page, expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import type { MemberBody } from '#domain/people.ts';

import { type Branch, invite } from './branch.ts';
import { joinAs } from './phone.ts';

/** An organiser's laptop, in English so that the stories can be read. */
export const LAPTOP = { locale: 'en-GB', viewport: { width: 1280, height: 800 } } as const;

/** Another organiser joins with a device of their own and is confirmed by the first; their screen shows the day. */
export async function openDesk(browser: Browser, branch: Branch): Promise<Page> {
  const { organiser } = branch;
  const link = await invite(branch, { role: 'organiser', label: '', member: null });
  const desk = await browser.newContext(LAPTOP);
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
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Another organiser must confirm you')).toBeHidden();
  return page;
}
