import { type BrowserContext, type Page, expect } from '@playwright/test';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import {
  deliver,
  deliveredButton,
  join,
  newBarePhone,
  newPhone,
  nextStop,
  takeRun,
  unsentOf,
} from './support/phone.ts';
import { openRaw } from './support/raw-window.ts';
import { test } from './support/story.ts';

/** The app gives a memory that does not open this long. */
const OPEN_LIMIT_MS = 8_000;
/** As long as the bar offers to undo what was recorded before, which is longer than a write may go unconfirmed. */
const UNDO_MS = 10_000;

/** Room for the app and a day's work. Chromium asks what is left only when somebody wishes for more than it knew of. */
const ROOM_BYTES = 12_000_000;

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

/** A phone on its run, with the first stop delivered and no network. */
async function onTheRoad(phone: BrowserContext, name: string): Promise<Page> {
  const { link } = await awaitDriver(branch, name, 3);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 1);
  return page;
}

/** Lets so much time pass, again and again: the app may only be about to begin to wait. */
async function untilSaid(page: Page, words: string, afterMs: number): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(afterMs);
    await expect(page.getByText(words)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

test('a memory that does not open is said to have stopped answering; when it opens the app goes on by itself with the work', async ({
  browser,
}) => {
  const phone = await newPhone(browser);
  const page = await onTheRoad(phone, 'Marat');
  await page.clock.install();
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    // An engine that hangs: the request is made, and nobody ever hears of it.
    IDBFactory.prototype.open = (...asked) =>
      sessionStorage.getItem('isMended') === null ? ({} as IDBOpenDBRequest) : open(...asked);
  });
  await page.reload();
  await untilSaid(page, 'The phone’s storage stopped answering', OPEN_LIMIT_MS);
  await expect(page.getByText('Everything that says “On this phone” is safe.')).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem('isMended', 'yes'));
  await page.clock.fastForward(OPEN_LIMIT_MS);
  await expect(nextStop(page, 2)).toBeVisible();
  await expect(unsentOf(page, 1)).toBeVisible();
});

test('a write that is not confirmed is said not to be known; saved again it is one record', async ({ browser }) => {
  const phone = await newBarePhone(browser);
  await phone.clock.install();
  const other = await openRaw(phone, branch.wire.address);
  const page = await onTheRoad(phone, 'Saule');
  await other.holdLog();
  await deliveredButton(page, 2).click();
  // Whoever holds the log works without a pause, so the waiting is made short.
  await untilSaid(page, 'Not known to be saved', UNDO_MS);
  await expect(page.getByText('· On this phone', { exact: false }).filter({ hasText: 'Delivered' })).toHaveCount(0);
  await other.letGo();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Delivered 10 l · On this phone')).toBeVisible();
  await expect(unsentOf(page, 2)).toBeVisible();
  expect(await other.count('delivery')).toBe(2);
});

test('a connection that is lost is opened again without a word: the next tap is saved, other screens open', async ({
  browser,
}) => {
  const phone = await newBarePhone(browser);
  await phone.addInitScript(() => {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (...asked) => {
      const request = open(...asked);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    // WebKit loses its database server; here the connections are cut under the app, which hears nothing of it.
    Object.assign(window, { cutConnections: () => opened.splice(0).forEach((database) => database.close()) });
  });
  const page = await onTheRoad(phone, 'Timur');
  const cut = () => page.evaluate(() => (window as unknown as { cutConnections: () => void }).cutConnections());
  await cut();
  await deliver(page, 2);
  await cut();
  await page.getByRole('link', { name: /^Unsent/ }).click();
  await expect(page.getByText('Delivery: Post 1')).toBeVisible();
  await expect(page.getByText('Delivery: Post 2')).toBeVisible();
});

test('a full phone says so and keeps what is entered; with room again it is saved once', async ({ browser }) => {
  const phone = await newBarePhone(browser);
  const other = await openRaw(phone, branch.wire.address);
  const leave = await roomOf(phone);
  await leave(ROOM_BYTES);
  const page = await onTheRoad(phone, 'Aigerim');
  await leave(1);
  expect(await other.wish(ROOM_BYTES)).toBe('refused');
  await deliveredButton(page, 2).click();
  await expect(page.getByText('The phone has no space left')).toBeVisible();
  await leave(undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Delivered 10 l · On this phone')).toBeVisible();
  await expect(unsentOf(page, 2)).toBeVisible();
});

/** Sets how many bytes the browser gives to the app; undefined: as many as there are. */
async function roomOf(phone: BrowserContext): Promise<(bytes: number | undefined) => Promise<void>> {
  const session = await phone.newCDPSession(await phone.newPage());
  const { origin } = new URL(branch.wire.address);
  return async (bytes) => {
    await session.send(
      'Storage.overrideQuotaForOrigin',
      bytes === undefined ? { origin } : { origin, quotaSize: bytes },
    );
  };
}

test('an older window that holds the memory is named, and when it closes the app goes on by itself with all that was there', async ({
  browser,
}) => {
  const phone = await newBarePhone(browser);
  const older = await openRaw(phone, branch.wire.address);
  await older.openAs(10, ['drafts']);
  await older.put('drafts', 'from before', 'stop');
  const page = await phone.newPage();
  await page.clock.install();
  await page.goto(branch.wire.address);
  await untilSaid(page, 'The app is open in another window', OPEN_LIMIT_MS);
  await older.close();
  await page.clock.resume();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  const look = await openRaw(phone, branch.wire.address);
  expect(await look.get('drafts', 'stop')).toBe('from before');
});

test('a newer version has been here: older code says so, writes nothing, and all is kept', async ({ browser }) => {
  const phone = await newPhone(browser);
  const page = await onTheRoad(phone, 'Nurlan');
  const newer = await openRaw(phone, branch.wire.address);
  await newer.openAs(990, ['something new']);
  await expect(page.getByText('A newer version of the app has been here')).toBeHidden();
  await deliveredButton(page, 2).click();
  await page.reload();
  await expect(page.getByText('A newer version of the app has been here')).toBeVisible();
  await expect(page.getByText('Your records are kept as they are.')).toBeVisible();
  expect(await newer.count('delivery')).toBe(1);
});
