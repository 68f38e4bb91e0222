import type { Page } from '@playwright/test';

/** Runs of five stops cover three checkpoints in four, in every window of every day. */
const STOPS_A_RUN = 5;

/**
 * Writes a branch of so many checkpoints, four windows and a week of runs straight into the page's database: it is the board
 * that is measured, and not how its rows came.
 */
export async function fillBoard(page: Page, checkpointCount: number): Promise<void> {
  await page.evaluate(
    async ({ count, stopsARun }) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('dastarkhan');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const kinds = ['item', 'mealWindow', 'checkpoint', 'requirement', 'run', 'member'];
      const transaction = database.transaction(kinds, 'readwrite');
      const put = (kind: string, id: string, body: object) => transaction.objectStore(kind).put({ id, body });
      const made = (number: number) => `benchbenchbench0.${number}`;
      const [item, driver] = [made(1), made(2)];
      put('item', item, { name: 'Tea', unit: 'l', status: 'open' });
      put('member', driver, { name: 'Anna', role: 'driver', status: 'active', phone: null });
      const windows = [0, 1, 2, 3].map((index) => made(10 + index));
      for (const [index, id] of windows.entries())
        put('mealWindow', id, {
          name: `Window ${index}`,
          startMinute: 300 * index,
          endMinute: 300 * index + 120,
          status: 'open',
        });
      const places = Array.from({ length: count }, (_, index) => made(1_000 + index));
      for (const [index, id] of places.entries()) {
        const fields = { landmark: '', district: `District ${index % 9}`, phone: null, position: null, status: 'open' };
        put('checkpoint', id, { name: `Checkpoint ${index}`, code: String(index + 1), ...fields });
        for (const window of windows)
          put('requirement', `${id}~${window}`, {
            checkpoint: id,
            window,
            headcounts: [20, 20, 20, 20, 20, 20, 20],
            perHead: [{ item, count: 500 }],
            priority: 'usual',
            from: null,
            until: null,
          });
      }
      const lines = [{ item, count: 10_000 }];
      const begun = {
        answer: 'accepted',
        loaded: [],
        status: 'planned',
        reason: '',
        importedFrom: null,
        hasLeftPhone: false,
      };
      for (let day = 0; day < 7; day += 1) {
        const on = new Date(Date.now() + (5 * 60 + day * 24 * 60) * 60_000).toISOString().slice(0, 10);
        for (const [at, window] of windows.entries()) {
          for (let first = 0; first + stopsARun <= count * 0.75; first += stopsARun) {
            const stops = places
              .slice(count - first - stopsARun, count - first)
              .map((checkpoint) => ({ checkpoint, lines }));
            const id = made(100_000 + day * 10_000 + at * 1_000 + first);
            put('run', id, { label: `Run ${first}`, on, window, kitchen: null, driver, ...begun, stops });
          }
        }
      }
      await new Promise((done) => transaction.addEventListener('complete', done));
      database.close();
    },
    { count: checkpointCount, stopsARun: STOPS_A_RUN },
  );
}
