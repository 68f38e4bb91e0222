import type { Page } from '@playwright/test';

import type { Fate } from './wire.ts';

const asItIs = (list: string): string => list;

/** What the wire makes of a request so that there is a newer version: the worker's list names other revisions. */
export function newerVersion(path: string, change: (list: string) => string = asItIs): Fate {
  if (path !== '/service-worker.js') return { type: 'pass' };
  return { type: 'alter', alter: (body) => change(body.replaceAll('"revision":"', '"revision":"newer-')) };
}

/** Looks for a newer version, and tells what became of it. */
export function updatedTo(page: Page): Promise<'waiting' | 'discarded'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }),
    );
    await registration.update();
    const worker = await found;
    return new Promise<'waiting' | 'discarded'>((resolve) => {
      const look = () => {
        if (worker?.state === 'installed') resolve('waiting');
        if (worker?.state === 'redundant') resolve('discarded');
      };
      worker?.addEventListener('statechange', look);
      look();
    });
  });
}
