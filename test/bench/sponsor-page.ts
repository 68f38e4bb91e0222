import type { Browser } from '@playwright/test';
import { openDemo } from '#test/e2e/support/demo.ts';
import type { Measurement } from './statistics.ts';

const ROUNDS = 3;
/** A cheap phone beside a laptop, on a link of 400 kbit/s. */
const SLOWDOWN = 4;
const BYTES_PER_SECOND = 400_000 / 8;
const USABLE_MS = 4_000;

/** S: a sponsor's first opening of the link, with nothing kept yet, until the page says what was given and can be pressed. */
export async function measureSponsorPage(browser: Browser): Promise<readonly Measurement[]> {
  const demo = await openDemo();
  try {
    const said = await demo.server.hears(/sees: (http\S+\/sponsor#\w+)/);
    const measurements: Measurement[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const sample = { ours: await openingOf(browser, said), baseline: null };
      const figure = { name: 'S sponsor page usable, 400 kbit/s, 4x', bound: USABLE_MS, unit: 'ms' } as const;
      measurements.push({ ...figure, deliveryCount: null, sample });
    }
    return measurements;
  } finally {
    await demo.server.remove();
  }
}

async function openingOf(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const link = { downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND, latency: 0 };
  await session.send('Network.emulateNetworkConditions', { offline: false, ...link });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('region').first().waitFor();
  const took = performance.now() - startedAt;
  await context.close();
  return took;
}
