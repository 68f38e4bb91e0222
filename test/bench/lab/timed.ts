import type { Lab } from './phone-lab.ts';
import { HOLDING, openBaseline } from './baseline.ts';
import { openPlainPuts } from './plain-puts.ts';

/** What is timed inside the page: ours and the least possible, in the same page, on the same disk. Times in ms. */
export function timed(lab: Lab) {
  return {
    /** One awaited save after another, ours and raw in turn, on top of `from` records that are there already. */
    alternateSaves: async (from: number, to: number) => {
      const baseline = openBaseline('baseline-save');
      await baseline.fill(0, from);
      const plainPuts = await openPlainPuts('baseline-plain');
      const ours: number[] = [];
      const raw: number[] = [];
      const plain: number[] = [];
      for (let index = from; index < to; index += 1) {
        ours.push(...(await lab.deliver(index, index + 1)));
        raw.push(await tookMs(() => baseline.save(index)));
        plain.push(await tookMs(() => plainPuts.save(index)));
      }
      plainPuts.remove();
      await baseline.remove();
      return { ours, raw, plain };
    },
    rawPush: async (from: number, to: number, address: string) => {
      const baseline = openBaseline('baseline-push');
      await baseline.fill(from, to);
      const took = await tookMs(() => baseline.push(address));
      await baseline.remove();
      return took;
    },
    rawPlan: (deliveryCount: number, address: string) => openBaseline('baseline-plan').plan(deliveryCount, address),
    rawPull: async (address: string) => {
      const baseline = openBaseline('baseline-pull', HOLDING);
      await baseline.open();
      const took = await tookMs(() => baseline.pull(address));
      await baseline.remove();
      return took;
    },
    /** From the first request to: rows of the first page here, and all acknowledged with all of the server's here. */
    settle: async () => {
      const startedAt = performance.now();
      lab.startSync();
      const first = lab.untilShown().then(() => performance.now() - startedAt);
      await lab.untilSettled();
      return { allMs: performance.now() - startedAt, firstMs: await first };
    },
    fillForReopening: (address: string) => openBaseline('baseline-reopen', HOLDING).pull(address),
    /** Opens the store, asks for the day's total and puts it on the screen. */
    answerOnScreen: (which: 'ours' | 'raw') =>
      tookMs(async () => {
        const total = which === 'ours' ? await lab.openAndSum() : await openBaseline('baseline-reopen', HOLDING).sum();
        const place = document.querySelector('#answer');
        if (place !== null) place.textContent = String(total);
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      }),
  };
}

async function tookMs(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}
