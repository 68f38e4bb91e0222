import type { BrowserContext, Page, Request } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '#lib/assert.ts';
import { startServer, type TestServer } from '#test/e2e/support/server.ts';
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
};
type Round = {
  readonly lab: ServedLab;
  readonly browser: BrowserContext;
  readonly deliveryCount: number;
  readonly baseline: string;
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
  const browser = await scene.openBrowser(join(folder, 'profile'));
  const round = { lab: scene.lab, browser, deliveryCount, baseline: baseline.address };
  try {
    const secret = await firstInvite(server);
    const writer = await phoneOf(round, server.address, 'writer');
    await inLab(writer, 'enrol', secret, 'Bench');
    const saving = await measureSaving(round, writer);
    const pushing = await measurePushing(round, writer);
    const pulling = await measurePulling(round, server, writer);
    return [...saving, ...pushing, ...pulling];
  } finally {
    await browser.close();
    await Promise.all([server.remove(), baseline.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each phone has an origin of its own, and with it a process and storage of its own: every name under localhost is this computer. */
async function phoneOf({ lab, browser }: Round, address: string, name: string): Promise<Page> {
  const origin = address.replace('//localhost', `//${name}.localhost`);
  await lab.serveIn(browser, origin);
  const page = await browser.newPage();
  await enterLab(page, origin);
  return page;
}

/** W: one awaited save with so many records there already, none of them sent. */
async function measureSaving({ deliveryCount }: Round, page: Page): Promise<readonly Measurement[]> {
  const through = WARM_UP + deliveryCount;
  await inLab(page, 'plan', through);
  // The plan is known on both sides before the network goes, as it is for a driver.
  await inLab(page, 'settle');
  await inLab(page, 'deliver', 0, WARM_UP);
  await inLab(page, 'settled');
  await inLab(page, 'stopSync');
  await inLab(page, 'deliver', WARM_UP, through - TAPS);
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
async function measurePushing({ deliveryCount, baseline }: Round, page: Page): Promise<readonly Measurement[]> {
  const through = WARM_UP + deliveryCount;
  await inLab(page, 'rawPush', 0, WARM_UP, baseline);
  const before = await inLab(page, 'rawPush', WARM_UP, through, baseline);
  const bytes = countBytes(page);
  const { allMs } = await inLab(page, 'settle');
  const { sent, received } = await bytes();
  const after = await inLab(page, 'rawPush', WARM_UP, through, baseline);
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

type Weights = { readonly sent: number; readonly received: number };

/** What this page's requests to the interface weigh on the wire, bodies as sent. */
function countBytes(page: Page): () => Promise<Weights> {
  const asked: ReturnType<Request['sizes']>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url().includes('/api/')) asked.push(request.sizes());
  });
  return async () => {
    const sizes = await Promise.all(asked);
    const sum = (of: 'requestBodySize' | 'responseBodySize') => sizes.reduce((total, size) => total + size[of], 0);
    return { sent: sum('requestBodySize'), received: sum('responseBodySize') };
  };
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
  const before = await freshRawPull(round, server, 'raw-before');
  const { allMs, firstMs } = await inLab(reader, 'settle');
  const after = await freshRawPull(round, server, 'raw-after');
  const [counted, made] = [await inLab(reader, 'countDeliveries'), WARM_UP + deliveryCount];
  assert(counted === made, `the second phone holds ${counted} of ${made} deliveries`);
  const baseline = (before + after) / 2;
  const pull: Measure = { name: 'D a fresh phone queryable', deliveryCount, unit: 'ms', bound: 1.5 };
  const first: Measure = { name: 'D the first page to show', deliveryCount, unit: 'ms', bound: null };
  const reopening = await measureReopening(round, reader);
  return [{ ...pull, sample: { ours: allMs, baseline } }, { ...first, sample: { ours: firstMs, baseline } }, reopening];
}

/** The least that a fresh phone can do, on a page as fresh as ours. */
async function freshRawPull(round: Round, server: TestServer, name: string): Promise<number> {
  const phone = await phoneOf(round, server.address, name);
  const took = await inLab(phone, 'rawPull', round.baseline);
  await phone.close();
  return took;
}

async function measureReopening({ deliveryCount, baseline }: Round, page: Page): Promise<Measurement> {
  const taken: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] };
  await inLab(page, 'fillForReopening', baseline);
  for (let round = 0; round < REOPENINGS; round += 1) {
    for (const which of ['ours', 'raw'] as const) {
      await page.reload();
      await page.waitForFunction(() => 'lab' in globalThis);
      taken[which].push(await inLab(page, 'answerOnScreen', which));
    }
  }
  return {
    name: 'C reopened to the answer',
    deliveryCount,
    unit: 'ms',
    bound: 1.5,
    sample: { ours: median(taken.ours), baseline: median(taken.raw) },
  };
}
