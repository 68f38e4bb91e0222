import { expect, type BrowserContext, type Page } from '@playwright/test';

import type { TestServer } from './server.ts';

/** The one-time invitation that a server without an organiser prints. */
export function operatorLink(server: TestServer): Promise<string> {
  return server.hears(/(http:\/\/\S+\/enrol#[0-9a-z]{12})/);
}

/** Opens an invitation's link on a laptop and joins; the page shows the app's first screen. */
export async function join(laptop: BrowserContext, link: string, name: string): Promise<Page> {
  const page = await laptop.newPage();
  await page.goto(link);
  await page.getByLabel('What should people call you?').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  return page;
}

/** The first organiser of a branch, who has named it. */
export async function foundBranch(laptop: BrowserContext, server: TestServer): Promise<Page> {
  const page = await join(laptop, await operatorLink(server), 'Aigul');
  await page.getByLabel('Name of the branch').fill('Kokshetau');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'What a first run needs' })).toBeVisible();
  return page;
}

/** Everything that was entered is on the server. */
export async function untilSent(page: Page): Promise<void> {
  await expect(page.getByText('0 records not sent yet')).toBeAttached({ timeout: 15_000 });
}

/** Makes the invitation, and waits until the server has it. */
export async function madeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(page.getByText('The server has it. It can be used now.')).toBeVisible({ timeout: 15_000 });
  return page.getByText(/\/enrol#[0-9a-z]{12}$/).innerText();
}
