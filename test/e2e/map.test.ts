import { type Page, expect } from '@playwright/test';

import { tinyMap } from '#test/support/tiny-map.ts';
import { browserThatDrawsMaps } from './support/browser-with.ts';
import { openDemo } from './support/demo.ts';
import { LAPTOP } from './support/desk.ts';
import { joinAs, untilSetHeld } from './support/phone.ts';
import { test } from './support/story.ts';

test('a map taken from a file opens with the network off, asks nobody for anything, and goes when it is removed', async () => {
  const demo = await openDemo();
  const browser = await browserThatDrawsMaps();
  try {
    const page = await (await browser.newContext(LAPTOP)).newPage();
    const asked = addressesOf(page);
    const faults = faultsOf(page);
    await joinAs(page, demo.organiser, 'Aigul');
    await expect(page.getByRole('table')).toBeVisible();
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await expect(page.getByRole('img', { name: /^Sketch of/ })).toBeVisible();
    const pick = page.getByLabel('Take a map from a file');
    await pick.setInputFiles({ name: 'list.pmtiles', mimeType: '', buffer: Buffer.from('number,name') });
    await expect(page.getByText('This is no .pmtiles map')).toBeVisible();
    await pick.setInputFiles({ name: 'akmola.pmtiles', mimeType: '', buffer: Buffer.from(tinyMap()) });
    await expect(drawnMap(page)).toBeVisible();
    await untilSetHeld(page, 'map');

    await page.context().setOffline(true);
    await page.reload();
    await expect(drawnMap(page)).toBeVisible();
    await page.getByRole('button', { name: /^9\s· / }).click();
    await expect(page.getByRole('button', { name: /^9\s· .*from here/ })).toBeVisible();
    await page.getByRole('button', { name: 'Nearer' }).click();
    await expect(drawnMap(page)).toBeVisible();
    await page.goto(`${demo.server.address}/phone`);
    await expect(page.getByText(/The map takes \d/)).toBeVisible();
    await page.getByRole('button', { name: 'Remove the map' }).click();
    await expect(page.getByText(/The map takes/)).toBeHidden();
    await page.goto(`${demo.server.address}/map`);
    await expect(page.getByRole('img', { name: /^Sketch of/ })).toBeVisible();

    expect(asked().filter((address) => !address.startsWith(demo.server.address))).toEqual([]);
    expect(faults()).toEqual([]);
  } finally {
    await browser.close();
    await demo.server.remove();
  }
});

/** The map once what is on it comes from the file. */
function drawnMap(page: Page) {
  return page.locator('main [data-drawn="tiles"] canvas');
}

function addressesOf(page: Page): () => readonly string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  return () => asked.filter((address) => /^(https?|wss?):/.test(address));
}

/** What the page's policy refused, and what was thrown. */
function faultsOf(page: Page): () => readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::|Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  return () => faults;
}
