import { type Browser, type BrowserContext, type Locator, type Page, expect } from '@playwright/test';

/** A cheap Android phone held upright, in English so that the stories can be read. */
export const PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-GB', hasTouch: true } as const;

/** A phone of its own: its storage, its network, its worker. */
export function newPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext(PHONE);
}

/**
 * A phone whose browser has no service workers, as in a private window: everything works but opening with no network. For
 * stories in which that does not happen, since fetching and checking all files of the app is much of a phone's work.
 */
export async function newBarePhone(browser: Browser): Promise<BrowserContext> {
  return withoutWorker(await newPhone(browser));
}

const bareDevices = new WeakSet<BrowserContext>();

export async function withoutWorker(device: BrowserContext): Promise<BrowserContext> {
  bareDevices.add(device);
  await device.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  return device;
}

/** Joins by an invite's link, as a person does, and waits until the open app would go on with no network. */
export async function join(page: Page, link: string): Promise<void> {
  const isBare = bareDevices.has(page.context());
  const restHasCome = isBare ? page.waitForEvent('requestfinished', (request) => isRest(request.url())) : undefined;
  await page.goto(link);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await (restHasCome ?? untilHeld(page));
}

/** The chunk of the screens that are one tap away. */
export function isRest(url: string): boolean {
  return url.includes('/assets/rest-') && url.endsWith('.js');
}

/** Joins as an organiser, who brings no name in the invite. */
export async function joinAs(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'What should people call you?' }).fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** Waits until the service worker holds every file of the app and answers for this page. */
export async function untilHeld(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

/** Waits until the worker holds a set of files that not every phone holds. */
export async function untilSetHeld(page: Page, set: 'organiser' | 'sponsor' | 'map'): Promise<void> {
  await untilHeld(page);
  const ask = () =>
    page.evaluate(async (name) => {
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<unknown>((resolve) => {
        port1.addEventListener('message', ({ data }) => resolve(data));
        port1.start();
      });
      active?.postMessage({ type: 'holdSet', set: name }, [port2]);
      return answer;
    }, set);
  await expect.poll(ask).toBe('done');
}

/** Takes the run on the first screen and leaves with everything loaded; the next stop is on the screen then. */
export async function takeRun(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'I take it', exact: true });
  await take.click();
  // The card grows shorter then: what is pressed below it must stand still.
  await expect(take).toBeHidden();
  await page.getByRole('link', { name: 'Open the run' }).click();
  const loaded = page.getByRole('button', { name: 'Loaded, off we go' });
  await loaded.click();
  await expect(loaded).toBeHidden();
}

/** The card of the next stop, when it is this one; stops are counted from 1, as on the screen. */
export function nextStop(page: Page, stop: number): Locator {
  return page.getByRole('article', { name: `Post ${stop}`, exact: true });
}

/** One tap on the card of that stop, and the words that it is safe; the next stop is on the screen then. */
export async function deliver(page: Page, stop: number): Promise<void> {
  await deliveredButton(page, stop).click();
  await expect(page.getByRole('status').filter({ hasText: 'Delivered 10 l · On this phone' })).toBeVisible();
  await expect(nextStop(page, stop)).toBeHidden();
}

/** The button that records a delivery as planned. */
export function deliveredButton(page: Page, stop: number): Locator {
  return nextStop(page, stop).getByRole('button', { name: 'Delivered 10 l' });
}

/** The stop's line in the list of all stops. */
export function stopLine(page: Page, stop: number): Locator {
  return page.getByRole('link', { name: `${stop}. Post ${stop}` });
}

/** What the bar at the bottom says is unsent, on every screen. */
export function unsentOf(page: Page, count: number): Locator {
  const records = count === 1 ? '1 record' : `${count} records`;
  return page.getByRole('link', { name: `${records} not sent yet` });
}

/** Presses "Send now", and waits until nothing is unsent. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Unsent/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('Everything is on the server')).toBeVisible();
}
