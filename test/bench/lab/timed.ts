import type { Lab } from './phone-lab.ts';
import { openBaseline } from './baseline.ts';

/** What is timed inside the page: ours and the least possible, in the same page, on the same disk. Times in ms. */
export function timed(lab: Lab) {
  return {
    /** One awaited save after another, ours and raw in turn, on top of `from` records that are there already. */
    alternateSaves: async (from: number, to: number) => {
      const baseline = openBaseline('baseline-save');
      await baseline.fill(from);
      const ours: number[] = [];
      const raw: number[] = [];
      for (let index = from; index < to; index += 1) {
        ours.push(...(await lab.deliver(index, index + 1)));
        raw.push(await tookMs(() => baseline.save(index)));
      }
      await baseline.remove();
      return { ours, raw };
    },
    rawPush: async (count: number, address: string) => {
      const baseline = openBaseline('baseline-push');
      await baseline.fill(count);
      const took = await tookMs(() => baseline.push(address));
      await baseline.remove();
      return took;
    },
    rawPull: async (address: string) => {
      const baseline = openBaseline('baseline-pull');
      const took = await tookMs(() => baseline.pull(address));
      await baseline.remove();
      return took;
    },
    /** From the first request to: all acknowledged, all of the server's here. */
    settle: () =>
      tookMs(async () => {
        lab.startSync();
        await lab.untilSettled();
      }),
    fillForReopening: (address: string) => openBaseline('baseline-reopen').pull(address),
    /** Opens the store, asks for the day's total and puts it on the screen. */
    answerOnScreen: (which: 'ours' | 'raw') =>
      tookMs(async () => {
        const total = which === 'ours' ? await lab.openAndSum() : await openBaseline('baseline-reopen').sum();
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
