import type { Browser, Page } from '@playwright/test';
import { addDays } from '#domain/days.ts';
import type { Row } from '#domain/rows.ts';
import type { Count } from '#domain/scalars.ts';
import { foundBranch } from '#test/e2e/support/by-hand.ts';
import { newLaptop } from '#test/e2e/support/desk.ts';
import { startServer } from '#test/e2e/support/server.ts';
import { benchToday, fillBoard, fillRows, made, windows } from './fill-board.ts';
import { type Change, keepMain, plainMs } from './plain-picture.ts';
import { type Figure, type Sample, feltFigures } from './statistics.ts';

const CHECKPOINTS = 500;
/** Besides the 300 of the board's own day: together 500. */
const MORE_RUNS = 200;
const STOPS = 5;
const ROUNDS = 15;
const SLOWDOWN = 4;
const INTERACTION_MS = 100;

/** What an organiser presses, and what is there when it is answered. */
type Interaction = {
  readonly name: string;
  readonly address: string;
  readonly press: string;
  readonly answered: string;
  readonly change: Change;
};

/**
 * D: a day of 500 runs, half of whose stops are delivered, four times slower than this machine: each from the press to the
 * picture that answers it.
 */
export async function measureBusyDay(browser: Browser): Promise<readonly Figure[]> {
  const server = await startServer();
  try {
    const page = await foundBranch(await newLaptop(browser), server);
    await fillBoard(page, CHECKPOINTS);
    await fillRows(page, [...moreRuns(), ...deliveries()]);
    const all = interactions().map((interaction) => ({ interaction, samples: [] as Sample[] }));
    // In turn: what else the machine does for a while weighs on each alike.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { interaction, samples } of all) samples.push(await answer(page, server.address, interaction));
    return all.flatMap(({ interaction: { name }, samples }) =>
      feltFigures({ name, deliveryCount: 500, unit: 'ms', bound: INTERACTION_MS }, samples),
    );
  } finally {
    await server.remove();
  }
}

function interactions(): readonly Interaction[] {
  const tomorrow = `main:has(input[type=date][value="${addDays(benchToday(), 1)}"]) tbody tr`;
  return [
    {
      name: 'D Today: more runs, 4x',
      address: '/today',
      press: 'Show more',
      answered: 'tbody tr:nth-child(60)',
      change: { type: 'rows', count: 20 },
    },
    {
      name: 'D Today: the day after, 4x',
      address: '/today',
      press: 'The day after',
      answered: tomorrow,
      change: { type: 'main' },
    },
    {
      name: 'D coverage: a cell opened, 4x',
      address: '/coverage',
      press: 'Nobody comes',
      answered: 'dialog[open] h2',
      change: { type: 'dialog' },
    },
    {
      name: 'D coverage: only gaps, 4x',
      address: '/coverage',
      press: 'Only gaps',
      answered: '[aria-pressed=true]',
      change: { type: 'main' },
    },
  ];
}

async function answer(page: Page, origin: string, interaction: Interaction): Promise<Sample> {
  const { address, press, answered, change } = interaction;
  await page.goto(`${origin}${address}`);
  await page.locator('tbody tr').first().waitFor();
  await page.getByRole('button', { name: press }).first().waitFor();
  await keepMain(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const ours = await page.evaluate(
    async ({ name, selector }) => {
      const button = [...document.querySelectorAll<HTMLElement>('main button')].find((one) =>
        (one.ariaLabel ?? one.textContent).includes(name),
      );
      const startedAt = performance.now();
      button?.click();
      do await new Promise((painting) => requestAnimationFrame(painting));
      while (document.querySelector(selector) === null);
      // The end of the frame that shows it: this task comes before all others that wait.
      return (await scheduler.postTask(() => performance.now() - startedAt, { priority: 'user-blocking' })) as number;
    },
    { name: press, selector: answered },
  );
  const baseline = await plainMs(page, change);
  await session.detach();
  return { ours, baseline };
}

const lines = [{ item: made(1), count: 10_000 as Count }];
const place = (index: number) => made(1_000 + (index % CHECKPOINTS));
const runId = (index: number) => made(900_000 + index);

function moreRuns(): readonly Row[] {
  return Array.from({ length: MORE_RUNS }, (_, index): Row => {
    const stops = Array.from({ length: STOPS }, (_empty, stop) => ({ checkpoint: place(index * STOPS + stop), lines }));
    const plan = { label: `Route ${index}`, on: benchToday(), window: windows[index % 4] ?? null, kitchen: null };
    const begun = { driver: made(2), answer: 'accepted', status: 'underWay', reason: '' } as const;
    const body = { ...plan, ...begun, stops, loaded: [], importedFrom: null, hasLeftPhone: false };
    return { kind: 'run', id: runId(index), body };
  });
}

/** Of every second stop. */
function deliveries(): readonly Row[] {
  return Array.from({ length: (MORE_RUNS * STOPS) / 2 }, (_, index): Row => {
    const [run, stop] = [Math.floor((index * 2) / STOPS), (index * 2) % STOPS];
    const where = { run: runId(run), stop, checkpoint: place(run * STOPS + stop), on: benchToday(), window: null };
    const what = { lines, reason: null, note: '', how: 'atStop', recordedAt: Date.now() } as const;
    const body = { ...where, ...what, member: made(2), device: null, flags: [], corrections: [] };
    return { kind: 'delivery', id: made(950_000 + index), body };
  });
}
