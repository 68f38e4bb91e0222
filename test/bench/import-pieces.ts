import type { Browser, Page } from '@playwright/test';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';
import { openBranch } from '#test/e2e/support/branch.ts';
import { openHeldDesk } from '#test/e2e/support/desk.ts';
import { pastDeliveries } from '#test/e2e/support/past-deliveries.ts';
import type { Measurement } from './statistics.ts';

const SLOWDOWN = 4;
const ROUNDS = 3;

const MEASURE = {
  name: 'I longest piece of an import, of the whole (4x)',
  deliveryCount: 10_000,
  unit: 'ms',
  bound: 1 / 20,
} as const;

/**
 * I: a workbook of 10,000 lines is looked through and brought in, four times slower than this machine: the longest time for which
 * the page answers nobody, beside the time that the whole takes.
 */
export async function measureImport(browser: Browser): Promise<readonly Measurement[]> {
  const file = Buffer.from(await writeXlsx([{ name: 'Deliveries', rows: pastDeliveries() }]));
  const measurements: Measurement[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const branch = await openBranch();
    try {
      const page = await openHeldDesk(browser, branch);
      await page.goto(`${branch.wire.address}/import`);
      measurements.push({ ...MEASURE, sample: await importOf(page, file) });
      await page.context().close();
    } finally {
      await branch.remove();
    }
  }
  return measurements;
}

async function importOf(page: Page, buffer: Buffer): Promise<Measurement['sample']> {
  const choice = page.locator('input[type=file]');
  await choice.waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.evaluate(() => {
    const observed = globalThis as { longestTaskMs?: number };
    new PerformanceObserver((list) => {
      const longest = Math.max(...list.getEntries().map(({ duration }) => duration));
      observed.longestTaskMs = Math.max(observed.longestTaskMs ?? 0, longest);
    }).observe({ type: 'longtask' });
  });
  const begunAt = performance.now();
  await choice.setInputFiles({ name: 'all.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: /^Import 10,000\slines$/ }).click();
  await page.getByText('Imported').waitFor({ timeout: 120_000 });
  const ours = await page.evaluate(() => (globalThis as { longestTaskMs?: number }).longestTaskMs ?? 0);
  return { ours, baseline: performance.now() - begunAt };
}
