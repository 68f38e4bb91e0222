import type { BrowserContext } from '@playwright/test';

import { PHONE_DATABASE } from '#store/database.ts';

/** Another window of the same origin that knows nothing of the app, and touches the phone's memory with bare hands. */
export interface RawWindow {
  /** Opens the memory at this version, which makes it newer, and keeps it open whoever asks. */
  readonly openAs: (version: number, stores: readonly string[]) => Promise<void>;
  readonly put: (store: string, value: string, key: string) => Promise<void>;
  readonly get: (store: string, key: string) => Promise<unknown>;
  readonly count: (store: string) => Promise<number>;
  /** Asks for so much room at once. */
  readonly wish: (bytes: number) => Promise<'written' | 'refused'>;
  /** Keeps everybody else from writing to the log, until it lets go. */
  readonly holdLog: () => Promise<void>;
  readonly letGo: () => Promise<void>;
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    rawDatabase?: IDBDatabase | undefined;
    isHolding?: boolean;
  }
}

/** A file that the phone holds, so that it opens without a network; no app is in the window. */
const PLAIN_PATH = '/icons/icon.svg';

export async function openRaw(phone: BrowserContext, address: string): Promise<RawWindow> {
  const page = await phone.newPage();
  await page.goto(`${address}${PLAIN_PATH}`);
  const open = (version: number | undefined, stores: readonly string[]) =>
    page.evaluate(
      ([name, wanted, made]) =>
        new Promise<void>((resolve, reject) => {
          window.rawDatabase?.close();
          const request = indexedDB.open(name, wanted);
          request.addEventListener('upgradeneeded', () => {
            for (const store of made) request.result.createObjectStore(store);
          });
          request.addEventListener('error', () => reject(new Error(String(request.error))));
          request.addEventListener('success', () => {
            window.rawDatabase = request.result;
            resolve();
          });
        }),
      [PHONE_DATABASE, version, stores] as const,
    );
  const ask = async (store: string, act: 'get' | 'count' | 'put', key: string, value: string) => {
    await open(undefined, []);
    return page.evaluate(
      ([name, does, at, what]) =>
        new Promise<unknown>((resolve, reject) => {
          const objects = window.rawDatabase?.transaction(name, 'readwrite').objectStore(name);
          const request =
            does === 'put' ? objects?.put(what, at) : does === 'get' ? objects?.get(at) : objects?.count();
          request?.addEventListener('success', () => resolve(request.result));
          request?.addEventListener('error', () => reject(new Error(String(request.error))));
        }),
      [store, act, key, value] as const,
    );
  };
  return {
    openAs: open,
    put: async (store, value, key) => void (await ask(store, 'put', key, value)),
    get: (store, key) => ask(store, 'get', key, ''),
    count: async (store) => Number(await ask(store, 'count', '', '')),
    wish: async (bytes) => {
      await open(undefined, []);
      return page.evaluate(
        (size) =>
          new Promise<'written' | 'refused'>((resolve) => {
            const writing = window.rawDatabase?.transaction('drafts', 'readwrite');
            writing?.objectStore('drafts').put(new Uint8Array(size), 'a wish');
            writing?.addEventListener('complete', () => resolve('written'));
            writing?.addEventListener('abort', () => resolve('refused'));
          }),
        bytes,
      );
    },
    holdLog: async () => {
      await open(undefined, []);
      await page.evaluate(() => {
        const log = window.rawDatabase?.transaction('log', 'readwrite').objectStore('log');
        window.isHolding = true;
        const goOn = (): void => {
          if (window.isHolding) log?.count().addEventListener('success', goOn);
        };
        goOn();
      });
    },
    letGo: () =>
      page.evaluate(() => {
        window.isHolding = false;
      }),
    close: () => page.close(),
  };
}
