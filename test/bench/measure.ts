import type { BrowserContext, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '#lib/assert.ts';
import { startServer, type TestServer } from '#test/e2e/support/server.ts';
import type { RoundPart } from './chosen.ts';
import { firstInvite } from './first-invite.ts';
import { startBaselineServer } from './baseline-process.ts';
import type { Lab as ServedLab } from './lab/build-lab.ts';
import { enterLab, inLab } from './lab/enter-lab.ts';
import { type Measure, type Measurement, median } from './statistics.ts';

export const SAVE = 'W one offline save, p50';
/** Taps timed in each round. */
const TAPS = 200;
const REOPENINGS = 5;
/**
 * Deliveries that both ends of ours and of the baseline have saved, sent and taken before they are timed: no server is
 * seconds old when a phone comes home. They are there in addition, on both sides, wherever something is read.
 */
const WARM_UP = 500;

export type Scene = {
  readonly lab: ServedLab;
  /** A browser with a profile on the disk: in a private one IndexedDB lies in memory, and no write is durable. */
  readonly openBrowser: (folder: string) => Promise<BrowserContext>;
  /** What somebody wants to know. */
  readonly isAsked: (part: RoundPart) => boolean;
};
type Round = Pick<Scene, 'lab' | 'isAsked'> & {
  readonly browser: BrowserContext;
  readonly deliveryCount: number;
  /** The baseline's server that is pushed to before ours, and the one after it: each takes rows that it has not yet. */
  readonly baseline: string;
  readonly baselineAfter: string;
};

/**
 * One round for one number of deliveries, on a fresh server, fresh phones and a fresh baseline, each server a process of
 * its own. Ours is timed between two runs of the baseline, or in turn with it, so that what else the machine does weighs
 * on both.
 */
export async function measureRound(scene: Scene, deliveryCount: number): Promise<readonly Measurement[]> {
  const server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-bench-'));
  const baseline = await startBaselineServer(join(folder, 'baseline.sqlite'));
  const after = await startBaselineServer(join(folder, 'baseline-after.sqlite'));
  const browser = await scene.openBrowser(join(folder, 'profile'));
  const { lab, isAsked } = scene;
  const round = { lab, isAsked, browser, deliveryCount, baseline: baseline.address, baselineAfter: after.address };
  try {
    const secret = await firstInvite(server);
    const writer = await phoneOf(round, server.address, 'writer');
    await inLab(writer, 'enrol', secret, 'Bench');
    const saving = await measureSaving(round, writer);
    const pushing = await measurePushing(round, writer);
    const pulling = isAsked('pull') || isAsked('reopen') ? await measurePulling(round, server, writer) : [];
    return [...saving, ...pushing, ...pulling];
  } finally {
    await browser.close();
    await Promise.all([server.remove(), baseline.stop(), after.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each phone has an origin of its own, and with it a process and storage of its own: every name under localhost is this computer. */
async function phoneOf({ lab, browser }: Round, address: string, name: string): Promise<Page> {
  const origin = address.replace('//localhost', `//${name}.localhost`);
  const stop = await lab.serveIn(browser, origin);
  const page = await browser.newPage();
  await enterLab(page, origin);
  await stop();
  return page;
}

/** W: one awaited save with so many records there already, none of them sent. */
async function measureSaving({ deliveryCount, isAsked }: Round, page: Page): Promise<readonly Measurement[]> {
  const through = WARM_UP + deliveryCount;
  await inLab(page, 'plan', through);
  // The plan is known on both sides before the network goes, as it is for a driver.
  await inLab(page, 'settle');
  await inLab(page, 'deliver', 0, WARM_UP);
  await inLab(page, 'settled');
  await inLab(page, 'stopSync');
  await inLab(page, 'deliver', WARM_UP, through - TAPS);
  if (!isAsked('save')) {
    await inLab(page, 'deliver', through - TAPS, through);
    return [];
  }
  const { ours, raw, plain } = await inLab(page, 'alternateSaves', through - TAPS, through);
  const measure = { deliveryCount, unit: 'ms' } as const;
  return [
    {
      ...measure,
      name: SAVE,
      bound: 1.5,
      sample: { ours: median(ours), baseline: median(raw) },
    },
    {
      ...measure,
      name: 'W beside IndexedDB without a library',
      bound: null,
      sample: { ours: median(ours), baseline: median(plain) },
    },
  ];
}

/** U: everything on the server, acknowledged and settled here; and what it weighs. */
async function measurePushing(
  { deliveryCount, baseline, baselineAfter, isAsked }: Round,
  page: Page,
): Promise<readonly Measurement[]> {
  const through = WARM_UP + deliveryCount;
  for (const address of [baseline, baselineAfter]) await inLab(page, 'rawPush', 0, WARM_UP, address);
  const before = await inLab(page, 'rawPush', WARM_UP, through, baseline);
  const [weighed, { allMs }] = [await inLab(page, 'weigh'), await inLab(page, 'settle')];
  const { sent, received } = await inLab(page, 'weigh', weighed);
  const after = await inLab(page, 'rawPush', WARM_UP, through, baselineAfter);
  if (!isAsked('push')) return [];
  const perDelivery = (name: string, count: number, bound: number): Measurement => ({
    name,
    deliveryCount,
    unit: 'bytes',
    bound,
    sample: { ours: count / deliveryCount, baseline: null },
  });
  return [
    {
      name: 'U all on the server and known',
      deliveryCount,
      unit: 'ms',
      bound: 3,
      sample: { ours: allMs, baseline: (before + after) / 2 },
    },
    perDelivery('U bytes up per delivery', sent, 60),
    perDelivery('U bytes down per delivery', received, 10),
  ];
}

/** Another organiser's phone, invited by the first. */
async function secondPhone(round: Round, server: TestServer, inviter: Page): Promise<Page> {
  const secret = await inLab(inviter, 'inviteOrganiser');
  const phone = await phoneOf(round, server.address, 'reader');
  await inLab(phone, 'enrol', secret, 'Second');
  await inLab(inviter, 'confirmAll');
  return phone;
}

/** D: a fresh phone to all rows queryable. C: the same phone reopened, to the answer on the screen. */
async function measurePulling(round: Round, server: TestServer, inviter: Page): Promise<readonly Measurement[]> {
  const { deliveryCount } = round;
  const reader = await secondPhone(round, server, inviter);
  await inLab(inviter, 'rawPlan', WARM_UP + deliveryCount, round.baseline);
  const before = await freshRawPull(round, server, 'raw-before');
  const { allMs, firstMs } = await inLab(reader, 'settle');
  const after = await freshRawPull(round, server, 'raw-after');
  const [counted, made] = [await inLab(reader, 'countDeliveries'), WARM_UP + deliveryCount];
  assert(counted === made, `the second phone holds ${counted} of ${made} deliveries`);
  const baseline = (before + after) / 2;
  const pull: Measure = { name: 'D a fresh phone queryable', deliveryCount, unit: 'ms', bound: 1.5 };
  const first: Measure = { name: 'D the first page to show', deliveryCount, unit: 'ms', bound: null };
  const pulled: readonly Measurement[] = [
    { ...pull, sample: { ours: allMs, baseline } },
    { ...first, sample: { ours: firstMs, baseline } },
  ];
  return [
    ...(round.isAsked('pull') ? pulled : []),
    ...(round.isAsked('reopen') ? [await measureReopening(round, reader)] : []),
  ];
}

/** The least that a fresh phone can do, on a page as fresh as ours. */
async function freshRawPull(round: Round, server: TestServer, name: string): Promise<number> {
  const phone = await phoneOf(round, server.address, name);
  const took = await inLab(phone, 'rawPull', round.baseline);
  await phone.close();
  return took;
}

async function measureReopening({ lab, browser, deliveryCount, baseline }: Round, page: Page): Promise<Measurement> {
  const taken: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] };
  await inLab(page, 'fillForReopening', baseline);
  const stop = await lab.serveIn(browser, new URL(page.url()).origin);
  for (let round = 0; round < REOPENINGS; round += 1) {
    for (const which of ['ours', 'raw'] as const) {
      await page.reload();
      await page.waitForFunction(() => 'lab' in globalThis);
      taken[which].push(await inLab(page, 'answerOnScreen', which));
    }
  }
  await stop();
  return {
    name: 'C reopened to the answer',
    deliveryCount,
    unit: 'ms',
    bound: 1.5,
    sample: { ours: median(taken.ours), baseline: median(taken.raw) },
  };
}
