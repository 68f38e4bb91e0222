import type { Browser, BrowserContext, Page } from '@playwright/test';
import { assert } from '#lib/assert.ts';
import { type Awaited, awaitDriver, type Branch, openBranch } from '#test/e2e/support/branch.ts';
import { deliver, join, newPhone, takeRun, unsentOf } from '#test/e2e/support/phone.ts';
import { addUnsent } from './add-unsent.ts';
import { type Measurement, median } from './statistics.ts';
import { watchTimers, timersOfHiddenPage } from './watch-timers.ts';

/** How much slower a cheap phone is than this machine. */
const SLOWDOWN = 4;
const STOPS = 25;
const STARTS = 5;
const TAPS = 20;
const RECORDS = 2_000;
const SCROLL_STEPS = 60;
const STEP_PX = 400;

const MEASURES = {
  start: { name: 'P cold start, server down, to the run (4x)', bound: 1_500, unit: 'ms' },
  tap: { name: 'P tap to committed and shown (4x)', bound: 100, unit: 'ms' },
  list: { name: 'P list of 2,000 records shown (4x)', bound: null, unit: 'ms' },
  frame: { name: 'P frame while it scrolls, slowest of 20 (4x)', bound: 50, unit: 'ms' },
  timers: { name: 'P timers of a hidden page with unsent work', bound: 1, unit: 'times' },
} as const;

/**
 * P: the built app with its own service worker on a phone four times slower than this machine, and no server. The bounds
 * are times that people feel, not ratios.
 */
export async function measurePhone(browser: Browser): Promise<readonly Measurement[]> {
  const branch = await openBranch();
  const context = await newPhone(browser);
  await context.addInitScript(watchTimers);
  try {
    const awaited = await awaitDriver(branch, 'Marat', STOPS);
    const page = await enter(context, branch, awaited);
    const taps = await measureTaps(page);
    await page.close();
    const starts: number[] = [];
    for (let start = 0; start < STARTS; start += 1) starts.push(await measureStart(context, branch));
    return [
      ...starts.map((ours) => measurement('start', ours)),
      ...taps.map((ours) => measurement('tap', ours)),
      ...(await measureList(context, branch)),
    ];
  } finally {
    await context.close();
    await branch.remove();
  }
}

function measurement(which: keyof typeof MEASURES, ours: number): Measurement {
  return { ...MEASURES[which], deliveryCount: null, sample: { ours, baseline: null } };
}

/** The driver has joined and taken the run, and the server is gone. */
async function enter(context: BrowserContext, branch: Branch, { link }: Awaited): Promise<Page> {
  const page = await context.newPage();
  await join(page, link);
  await takeRun(page);
  await unsentOf(page, 0).waitFor();
  await branch.server.stop('SIGKILL');
  // The first tap asks the browser to keep the storage, once for all.
  await deliver(page, 1);
  return page;
}

async function slow(page: Page, rate = SLOWDOWN): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * From the tap on "Delivered" to "On this phone" on its card, which is said when the record is committed. The card then stays
 * for a moment on purpose, so that no finger meets the next stop: that is not counted.
 */
async function measureTaps(page: Page): Promise<readonly number[]> {
  await slow(page);
  return page.evaluate(async (count) => {
    const took: number[] = [];
    const paint = () => new Promise((painted) => requestAnimationFrame(painted));
    const next = () =>
      [...document.querySelectorAll<HTMLButtonElement>('article button')].find(({ textContent }) =>
        textContent.includes('Delivered'),
      );
    for (let tap = 0; tap < count; tap += 1) {
      while (next() === undefined) await paint();
      const card = next()?.closest('article');
      const startedAt = performance.now();
      next()?.click();
      while (card?.textContent.includes('On this phone') !== true) await paint();
      await paint();
      took.push(performance.now() - startedAt);
      while (card.isConnected) await paint();
    }
    return took;
  }, TAPS);
}

/** A new page, no worker running yet: from the navigation to the driver's run on the screen. */
async function measureStart(context: BrowserContext, branch: Branch): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(branch.wire.address, { waitUntil: 'commit' });
  const took = await page.evaluate(async () => {
    const isShown = () => [...document.querySelectorAll('a')].some((link) => link.textContent.includes('Open the run'));
    while (!isShown()) await new Promise((painted) => requestAnimationFrame(painted));
    await new Promise((painted) => requestAnimationFrame(painted));
    return performance.now();
  });
  await page.close();
  return took;
}

/** Two thousand records that wait: the list comes, it scrolls, and a page that is put away rests. */
async function measureList(context: BrowserContext, branch: Branch): Promise<readonly Measurement[]> {
  const page = await context.newPage();
  await page.goto(branch.wire.address);
  await addUnsent(page, RECORDS);
  await page.reload();
  await page.getByRole('link', { name: 'Open the run' }).waitFor();
  await slow(page);
  const shownMs = await page.evaluate(async (count) => {
    const startedAt = performance.now();
    document.querySelector<HTMLAnchorElement>('a[href="/unsent"]')?.click();
    while (document.querySelectorAll('main li').length < count)
      await new Promise((painted) => requestAnimationFrame(painted));
    await new Promise((painted) => requestAnimationFrame(painted));
    return performance.now() - startedAt;
  }, RECORDS);
  const frames = await page.evaluate(
    async ({ steps, px }) => {
      const took: number[] = [];
      for (let step = 0; step < steps; step += 1) {
        const startedAt = performance.now();
        scrollBy(0, px);
        await new Promise((painted) => requestAnimationFrame(painted));
        await new Promise((painted) => requestAnimationFrame(painted));
        took.push((performance.now() - startedAt) / 2);
      }
      return { took, scrolled: scrollY };
    },
    { steps: SCROLL_STEPS, px: STEP_PX },
  );
  assert(frames.scrolled > (SCROLL_STEPS * STEP_PX) / 2, `the list scrolls: ${frames.scrolled} px`);
  await slow(page, 1);
  const timers = await timersOfHiddenPage(page);
  await page.close();
  const slowest = frames.took.toSorted((a, b) => b - a)[Math.floor(frames.took.length / 20)] ?? median(frames.took);
  return [measurement('list', shownMs), measurement('frame', slowest), measurement('timers', timers)];
}
