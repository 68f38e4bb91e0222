import type { Page } from '@playwright/test';

/**
 * Writes so many further records into the page's own database, each the copy of the last one under the next number: it is
 * the list of them that is measured, and not how they came.
 */
export async function addUnsent(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('dastarkhan');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const log = database.transaction('log', 'readwrite').objectStore('log');
    const all = await new Promise<readonly { readonly number: number; readonly name: string }[]>((resolve) => {
      const asking = log.getAll();
      asking.addEventListener('success', () => resolve(asking.result));
    });
    const last = all.findLast(({ name }) => name === 'deliveryRecord');
    const newest = all.at(-1)?.number ?? 0;
    for (let index = 1; index <= wanted; index += 1) {
      log.add({ ...last, number: newest + index, tap: `bench ${index}` });
    }
    await new Promise((done) => log.transaction.addEventListener('complete', done));
    database.close();
  }, count);
}
