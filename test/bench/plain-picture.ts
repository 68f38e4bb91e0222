import type { Page } from '@playwright/test';

/**
 * How the same picture is made by hand of elements that are there already, without a framework, a memory or words:
 * - `rows`: the last rows of the first table come again, as many as `count`;
 * - `main`: the page as it was before gives place to the page as it is;
 * - `dialog`: the open dialog opens again;
 * - `edit`: one durable write, the first bare cell says something else, and a dialog with as much in it closes.
 */
export type Change = { readonly type: 'main' | 'dialog' | 'edit' } | { readonly type: 'rows'; readonly count: number };

/** Keeps the page as it is now, for `main`. */
export async function keepMain(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { mainBefore: document.querySelector('main')?.cloneNode(true) });
  });
}

/**
 * What the browser itself needs for a picture that has just been shown, in ms to the end of its frame. After `rows` and `dialog`
 * the page cannot be used.
 */
export async function plainMs(page: Page, change: Change): Promise<number> {
  return page.evaluate(
    async ({ type, count }) => {
      const frame = () => new Promise((painting) => requestAnimationFrame(painting));
      const frameEnded = async () => {
        await frame();
        await scheduler.postTask(() => undefined, { priority: 'user-blocking' });
      };
      const copyOfDialog = (): HTMLDialogElement => {
        const copy = document.querySelector('dialog[open]')?.cloneNode(true) as HTMLDialogElement;
        copy.open = false;
        document.body.append(copy);
        return copy;
      };
      const openPlain = () =>
        new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open('plain', 1);
          opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('row'));
          opening.addEventListener('success', () => resolve(opening.result));
        });
      const prepare = {
        rows: () => {
          const body = document.querySelector('tbody');
          const rows = [...(body?.rows ?? [])].slice(-count);
          const copies = rows.map((row) => row.cloneNode(true));
          for (const row of rows) row.remove();
          return { make: () => body?.append(...copies), restore: () => undefined };
        },
        main: () => {
          const main = document.querySelector('main') ?? '';
          const { mainBefore } = globalThis as { readonly mainBefore?: HTMLElement };
          const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement;
          document.querySelector('main')?.replaceWith(mainBefore ?? '');
          return { make: () => mainBefore?.replaceWith(copy), restore: () => copy.replaceWith(main) };
        },
        dialog: () => {
          const copy = copyOfDialog();
          document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
          return { make: () => copy.showModal(), restore: () => undefined };
        },
        edit: async () => {
          const [copy, plain] = [copyOfDialog(), await openPlain()];
          const cell = document.querySelector('tbody [data-cell]')?.cloneNode(true) as HTMLElement;
          document.querySelector('tbody td')?.append(cell);
          copy.showModal();
          const write = () =>
            new Promise((done) => {
              const writing = plain.transaction('row', 'readwrite', { durability: 'strict' });
              writing.objectStore('row').put(cell.textContent, crypto.randomUUID());
              writing.addEventListener('complete', done);
            });
          const make = async () => {
            await write();
            cell.textContent = '20 of 20';
            copy.close();
          };
          const restore = () => {
            for (const made of [cell, copy]) made.remove();
            plain.close();
          };
          return { make, restore };
        },
      };
      const { make, restore } = await prepare[type]();
      for (let drawn = 0; drawn < 3; drawn += 1) await frameEnded();
      const startedAt = performance.now();
      await make();
      await frameEnded();
      const took = performance.now() - startedAt;
      restore();
      return took;
    },
    { count: 0, ...change },
  );
}
