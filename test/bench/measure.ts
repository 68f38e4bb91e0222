import type { Browser, BrowserContext, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '#lib/assert.ts';
import { startServer, type TestServer } from '#test/e2e/support/server.ts';
import { firstInvite } from './first-invite.ts';
import { startBaselineServer } from './baseline-server.ts';
import type { Lab as ServedLab } from './lab/build-lab.ts';
import { enterLab, inLab } from './lab/enter-lab.ts';
import { type Figure, median } from './statistics.ts';

/** Taps timed at each size. */
const TAPS = 200;
const ROUNDS = 3;

type Scene = { readonly browser: Browser; readonly lab: ServedLab };

/** All figures for one number of deliveries, on a fresh server, fresh phones and a fresh baseline. */
export async function measureAll(scene: Scene, deliveryCount: number): Promise<readonly Figure[]> {
  const server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-bench-'));
  const baseline = await startBaselineServer(join(folder, 'baseline.sqlite'));
  try {
    const secret = await firstInvite(server);
    const writer = await phoneOf(scene, server.address);
    await inLab(writer.page, 'enrol', secret, 'Bench');
    const saving = await measureSaving(writer.page, deliveryCount);
    const bytes = countBytes(writer.page);
    const pushing = await measurePushing(writer.page, deliveryCount, baseline.address);
    const { sent, received } = bytes();
    const reader = await secondPhone(scene, server, writer.page);
    const pulling = await measurePulling(reader.page, deliveryCount, baseline.address);
    await Promise.all([writer.context.close(), reader.context.close()]);
    return [
      saving,
      pushing,
      {
        name: 'U bytes up per delivery',
        deliveryCount,
        ours: sent / deliveryCount,
        baseline: null,
        unit: 'bytes',
        bound: 60,
      },
      {
        name: 'U bytes down per delivery',
        deliveryCount,
        ours: received / deliveryCount,
        baseline: null,
        unit: 'bytes',
        bound: 10,
      },
      ...pulling,
    ];
  } finally {
    await Promise.all([server.remove(), baseline.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

type Phone = { readonly context: BrowserContext; readonly page: Page };

async function phoneOf(scene: Scene, address: string): Promise<Phone> {
  const context = await scene.browser.newContext({ serviceWorkers: 'block' });
  await scene.lab.serveIn(context, address);
  const page = await context.newPage();
  await enterLab(page, address);
  return { context, page };
}

/** W: one awaited save with so many records there already. */
async function measureSaving(page: Page, deliveryCount: number): Promise<Figure> {
  await inLab(page, 'plan', deliveryCount);
  // The plan is known on both sides before the network goes, as it is for a driver.
  await inLab(page, 'settle');
  await inLab(page, 'stopSync');
  await inLab(page, 'deliver', 0, deliveryCount - TAPS);
  const { ours, raw } = await inLab(page, 'alternateSaves', deliveryCount - TAPS, deliveryCount);
  const name = 'W one offline save, p50';
  return { name, deliveryCount, ours: median(ours), baseline: median(raw), unit: 'ms', bound: 1.5 };
}

/** U: everything on the server, acknowledged and settled here. */
async function measurePushing(page: Page, deliveryCount: number, address: string): Promise<Figure> {
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) raw.push(await inLab(page, 'rawPush', deliveryCount, address));
  const ours = await inLab(page, 'settle');
  const name = 'U all on the server and known';
  return { name, deliveryCount, ours, baseline: median(raw), unit: 'ms', bound: 3 };
}

/** What this page's requests to the interface weigh on the wire, bodies as sent. */
function countBytes(page: Page): () => { readonly sent: number; readonly received: number } {
  let sent = 0;
  let received = 0;
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/api/')) return;
    void request.sizes().then((sizes) => {
      sent += sizes.requestBodySize;
      received += sizes.responseBodySize;
    });
  });
  return () => ({ sent, received });
}

/** Another organiser's phone, invited by the first. */
async function secondPhone(scene: Scene, server: TestServer, inviter: Page): Promise<Phone> {
  const secret = await inLab(inviter, 'inviteOrganiser');
  const phone = await phoneOf(scene, server.address);
  await inLab(phone.page, 'enrol', secret, 'Second');
  await inLab(inviter, 'confirmAll');
  return phone;
}

/** D: a fresh phone to all rows queryable. C: the same phone reopened, to the answer on the screen. */
async function measurePulling(page: Page, deliveryCount: number, address: string): Promise<readonly Figure[]> {
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) raw.push(await inLab(page, 'rawPull', address));
  const ours = await inLab(page, 'settle');
  const counted = await inLab(page, 'countDeliveries');
  assert(counted === deliveryCount, `the second phone holds ${counted} of ${deliveryCount} deliveries`);
  const name = 'D a fresh phone queryable';
  const pull: Figure = { name, deliveryCount, ours, baseline: median(raw), unit: 'ms', bound: 1.5 };
  return [pull, await measureReopening(page, deliveryCount, address)];
}

async function measureReopening(page: Page, deliveryCount: number, address: string): Promise<Figure> {
  const taken: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] };
  await inLab(page, 'fillForReopening', address);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['ours', 'raw'] as const) {
      await page.reload();
      await page.waitForFunction(() => 'lab' in globalThis);
      taken[which].push(await inLab(page, 'answerOnScreen', which));
    }
  }
  const name = 'C reopened to the answer';
  return { name, deliveryCount, ours: median(taken.ours), baseline: median(taken.raw), unit: 'ms', bound: 1.5 };
}
