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

/** A file without the app; a phone that has a worker opens it without a network too. */
const PLAIN_PATH = '/icons/favicon.svg';

export async function openRaw(phone: BrowserContext, address: string): Promise<RawWindow> {
  const page = await phone.newPage();
  await page.goto(`${address}${PLAIN_PATH}`);
  const open = (version: number | undefined, stores: readonly string[]) =>
    page.evaluate(openDatabase, { name: PHONE_DATABASE, version, stores });
  const act = async (deed: Deed) => {
    await open(undefined, []);
    return page.evaluate(actOn, deed);
  };
  return {
    openAs: open,
    put: async (store, value, key) => void (await act({ does: 'put', store, key, value })),
    get: (store, key) => act({ does: 'get', store, key }),
    count: async (store) => Number(await act({ does: 'count', store })),
    wish: async (bytes) => {
      await open(undefined, []);
      return page.evaluate(wishFor, bytes);
    },
    holdLog: async () => {
      await open(undefined, []);
      await page.evaluate(holdLog);
    },
    letGo: () =>
      page.evaluate(() => {
        window.isHolding = false;
      }),
    close: () => page.close(),
  };
}

type Opening = { readonly name: string; readonly version: number | undefined; readonly stores: readonly string[] };
type Deed = {
  readonly does: 'put' | 'get' | 'count';
  readonly store: string;
  readonly key?: string;
  readonly value?: string;
};

// What follows runs in the window, each function by itself.

function openDatabase({ name, version, stores }: Opening): Promise<void> {
  return new Promise((resolve, reject) => {
    window.rawDatabase?.close();
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      for (const store of stores) request.result.createObjectStore(store);
    });
    request.addEventListener('error', () => reject(new Error(String(request.error))));
    request.addEventListener('success', () => {
      window.rawDatabase = request.result;
      resolve();
    });
  });
}

function actOn({ does, store, key = '', value = '' }: Deed): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const objects = window.rawDatabase?.transaction(store, 'readwrite').objectStore(store);
    const request = does === 'put' ? objects?.put(value, key) : does === 'get' ? objects?.get(key) : objects?.count();
    request?.addEventListener('success', () => resolve(request.result));
    request?.addEventListener('error', () => reject(new Error(String(request.error))));
  });
}

function wishFor(bytes: number): Promise<'written' | 'refused'> {
  return new Promise((resolve) => {
    const writing = window.rawDatabase?.transaction('drafts', 'readwrite');
    writing?.objectStore('drafts').put(new Uint8Array(bytes), 'a wish');
    writing?.addEventListener('complete', () => resolve('written'));
    writing?.addEventListener('abort', () => resolve('refused'));
  });
}

function holdLog(): void {
  const log = window.rawDatabase?.transaction('log', 'readwrite').objectStore('log');
  window.isHolding = true;
  const goOn = (): void => {
    if (window.isHolding === true) log?.count().addEventListener('success', goOn);
  };
  goOn();
}
