import type { Page } from '@playwright/test';

/**
 * How the same picture is made by hand of elements that are there already, without a framework, a memory or words:
 * - `rows`: the last rows of the first table come again, as many as `count`;
 * - `main`: the page as it was before gives place to the page as it is;
 * - `dialog`: the open dialog opens again;
 * - `edit`: one durable write, the first cell says something else, and a dialog with as much in it closes.
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
  await page.evaluate(PREPARE[change.type], 'count' in change ? change.count : 0);
  return page.evaluate(async () => {
    const { plain } = globalThis as unknown as { readonly plain: Prepared };
    const frameEnded = async () => {
      await new Promise((painting) => requestAnimationFrame(painting));
      await scheduler.postTask(() => undefined, { priority: 'user-blocking' });
    };
    for (let drawn = 0; drawn < 3; drawn += 1) await frameEnded();
    const startedAt = performance.now();
    await plain.make();
    await frameEnded();
    const took = performance.now() - startedAt;
    plain.restore();
    return took;
  });
}

/** Left in the page as `plain`. */
type Prepared = { readonly make: () => unknown; readonly restore: () => void };

const PREPARE = { rows: prepareRows, main: prepareMain, dialog: prepareDialog, edit: prepareEdit } as const;

function prepareRows(count: number): void {
  const body = document.querySelector('tbody');
  const rows = [...(body?.rows ?? [])].slice(-count);
  const copies = rows.map((row) => row.cloneNode(true));
  for (const row of rows) row.remove();
  Object.assign(globalThis, { plain: { make: () => body?.append(...copies), restore: () => undefined } });
}

function prepareMain(): void {
  const { mainBefore } = globalThis as { readonly mainBefore?: HTMLElement };
  const main = document.querySelector('main') as HTMLElement;
  const copy = main.cloneNode(true) as HTMLElement;
  main.replaceWith(mainBefore ?? '');
  const [make, restore] = [() => mainBefore?.replaceWith(copy), () => copy.replaceWith(main)];
  Object.assign(globalThis, { plain: { make, restore } });
}

function prepareDialog(): void {
  const dialog = document.querySelector('dialog[open]') as HTMLDialogElement;
  const copy = dialog.cloneNode(true) as HTMLDialogElement;
  copy.open = false;
  document.body.append(copy);
  dialog.close();
  Object.assign(globalThis, { plain: { make: () => copy.showModal(), restore: () => undefined } });
}

async function prepareEdit(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('plain', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('row'));
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const copy = document.querySelector('dialog[open]')?.cloneNode(true) as HTMLDialogElement;
  const cell = document.querySelector('tbody [data-cell]')?.cloneNode(true) as HTMLElement;
  copy.open = false;
  document.body.append(copy);
  document.querySelector('tbody td')?.append(cell);
  copy.showModal();
  const make = async () => {
    await new Promise((done) => {
      const writing = database.transaction('row', 'readwrite', { durability: 'strict' });
      writing.objectStore('row').put(cell.textContent, crypto.randomUUID());
      writing.addEventListener('complete', done);
    });
    cell.textContent = '20 of 20';
    copy.close();
  };
  const restore = () => {
    for (const made of [cell, copy]) made.remove();
    database.close();
  };
  Object.assign(globalThis, { plain: { make, restore } });
}
