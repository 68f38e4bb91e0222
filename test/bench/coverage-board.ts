import type { Browser, CDPSession, Page } from '@playwright/test';
import { assert } from '#lib/assert.ts';
import { foundBranch } from '#test/e2e/support/by-hand.ts';
import { newLaptop } from '#test/e2e/support/desk.ts';
import { startServer } from '#test/e2e/support/server.ts';
import { fillBoard } from './fill-board.ts';
import { keepMain, plainMs } from './plain-picture.ts';
import { feltFigures, type Figure, type Measure, type Sample } from './statistics.ts';

const CHECKPOINTS = 500;
const ROUNDS = 15;
const STARTS = 9;
/** A cheap phone beside a laptop. */
const SLOWDOWN = 4;
const FIRST_PAINT_MS = 500;
const REPAINT_MS = 100;

/**
 * B: the board of 500 checkpoints, four windows and seven days on the built app, four times slower than this machine: from the
 * tap on "Coverage" to a board that is painted, from the tap that closes a gap to the picture in which the cell says so and the
 * form is gone, and on to the moment at which the page takes the next touch. The board is opened by somebody who comes back to it,
 * and by somebody who started the app on another screen and goes there as soon as that is drawn and the page at rest.
 */
export async function measureBoard(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    const page = await foundBranch(await newLaptop(browser), server);
    await fillBoard(page, CHECKPOINTS);
    await page.goto(`${server.address}/coverage?view=week`);
    await page.getByRole('table').waitFor();
    const session = await page.context().newCDPSession(page);
    const [firstPaints, paints, repaints, touches]: [Sample[], Sample[], Sample[], Sample[]] = [[], [], [], []];
    for (let start = 0; start < STARTS; start += 1) {
      await page.goto(`${server.address}/people`);
      firstPaints.push(await paintOf(page, session));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.getByRole('link', { name: 'People' }).click();
      paints.push(await paintOf(page, session));
      const { painted, touchable } = await repaintOf(page, session);
      repaints.push(painted);
      touches.push(touchable);
    }
    const measure = (name: string, bound: number | null): Measure => ({
      name,
      deliveryCount: CHECKPOINTS,
      unit: 'ms',
      bound,
    });
    return [
      ...feltFigures(measure('B board of a week painted after a start elsewhere, 4x', FIRST_PAINT_MS), firstPaints),
      ...feltFigures(measure('B board of a week painted, 4x', FIRST_PAINT_MS), paints),
      ...feltFigures(measure('B a gap closed to repainted, 4x', REPAINT_MS), repaints),
      ...feltFigures(measure('B and the next touch is taken, 4x', null), touches),
    ];
  } finally {
    await server.remove();
  }
}

/** From the people of the branch: the address bar is told to go to the week as soon as the page is at rest. */
async function paintOf(page: Page, session: CDPSession): Promise<Sample> {
  await page.getByRole('heading', { name: 'People and phones' }).waitFor();
  await page.evaluate(() => new Promise((atRest) => requestIdleCallback(atRest)));
  await keepMain(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const ours = await page.evaluate(async () => {
    const startedAt = performance.now();
    history.pushState(null, '', '/coverage?view=week');
    dispatchEvent(new PopStateEvent('popstate'));
    while (document.querySelectorAll('tbody [data-cell]').length < 100)
      await new Promise((painted) => requestAnimationFrame(painted));
    await new Promise((painted) => requestAnimationFrame(painted));
    return performance.now() - startedAt;
  });
  const baseline = await plainMs(page, { type: 'main' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { ours, baseline };
}

/** Opens a bare cell, and takes the first suggestion. */
async function repaintOf(
  page: Page,
  session: CDPSession,
): Promise<{ readonly painted: Sample; readonly touchable: Sample }> {
  await page
    .getByRole('button', { name: /Nobody comes$/ })
    .first()
    .click();
  const suggestion = page.getByRole('button', { name: /A new run/ }).last();
  await suggestion.waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const baseline = await plainMs(page, { type: 'edit' });
  const took = await page.evaluate(async () => {
    const isMarked = (cell: Element) => cell.ariaLabel?.includes('no driver') === true;
    const button = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(({ textContent }) =>
      textContent.includes('without a driver'),
    );
    // Whoever looked at each frame would make the browser draw frames in which nothing is new.
    const marked = new Promise<void>((resolve) => {
      const observer = new MutationObserver((changes) => {
        if (!changes.some(({ target }) => target instanceof Element && isMarked(target))) return;
        observer.disconnect();
        resolve();
      });
      const table = document.querySelector('table');
      if (table !== null) observer.observe(table, { subtree: true, attributeFilter: ['aria-label'] });
    });
    const startedAt = performance.now();
    button?.click();
    await marked;
    // Asked without a question that makes the browser lay out the page at once.
    while (document.querySelector('dialog[open] h2') !== null)
      await new Promise((painting) => requestAnimationFrame(painting));
    // The frame that shows it, and its end: this task comes before all others that wait.
    await new Promise((painting) => requestAnimationFrame(painting));
    const paintedMs = (await scheduler.postTask(() => performance.now() - startedAt, {
      priority: 'user-blocking',
    })) as number;
    await new Promise((free) => setTimeout(free));
    return { paintedMs, touchableMs: performance.now() - startedAt };
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  assert(took.paintedMs > 0, 'something was painted');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { painted: { ours: took.paintedMs, baseline }, touchable: { ours: took.touchableMs, baseline } };
}
