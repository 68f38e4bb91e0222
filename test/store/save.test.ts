import { describe, expect, test } from 'vitest';

import { BROWSER_VERSION } from '#store/database.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import { SAVE_LIMIT_MS } from '#store/save.ts';

import { manualTime } from './support/manual-timer.ts';
import { delivered, oneRun } from './support/one-run.ts';
import { emptyStore, enrolledStore, NOON, testPorts } from './support/test-store.ts';

/** Holds the log so that nobody else can write, until the function that it gives is called. */
function holdLog({ database }: PhoneStore): () => Promise<unknown> {
  let isHeld = true;
  const holding = database.backendDB().transaction('log', 'readwrite');
  const over = new Promise((resolve) => holding.addEventListener('complete', resolve));
  const goOn = () => {
    if (isHeld) holding.objectStore('log').count().addEventListener('success', goOn);
  };
  goOn();
  return () => {
    isHeld = false;
    return over;
  };
}

describe('three seconds', () => {
  test('a save that the browser does not confirm is not known to be saved, and its tap tried again is one mutation', async () => {
    const time = manualTime(NOON);
    const store = await enrolledStore({ rows: [oneRun], ports: testPorts(time) });
    const letGo = holdLog(store);
    const saving = store.mutate(delivered(), 'tap-1');
    time.advance(SAVE_LIMIT_MS);
    expect(await saving).toEqual({ ok: false, error: { code: 'notKnownToBeSaved' } });
    await letGo();
    expect(await store.mutate(delivered(), 'tap-1')).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await store.mutate(delivered(), 'tap-1')).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await store.database.delivery.count()).toBe(1);
  });

  test('a save that takes less is simply saved', async () => {
    const time = manualTime(NOON);
    const store = await enrolledStore({ rows: [oneRun], ports: testPorts(time) });
    const letGo = holdLog(store);
    const saving = store.mutate(delivered(), 'tap-1');
    time.advance(SAVE_LIMIT_MS - 1);
    await letGo();
    expect(await saving).toMatchObject({ ok: true, value: { number: 2 } });
  });
});

describe('a storage that fails', () => {
  test('a lost connection is opened again, and the tap is saved', async () => {
    const store = await enrolledStore({ rows: [oneRun] });
    store.database.backendDB().close();
    expect(await store.mutate(delivered(), 'tap-1')).toMatchObject({ ok: true, value: { number: 2 } });
  });

  test('no space is said, and nothing is half written', async () => {
    const store = await enrolledStore({ rows: [oneRun] });
    const full = () => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    store.database.delivery.hook('creating', full);
    expect(await store.mutate(delivered(), 'tap-1')).toEqual({ ok: false, error: { code: 'full' } });
    store.database.delivery.hook('creating').unsubscribe(full);
    expect(await store.database.log.count()).toBe(1);
    expect(await store.mutate(delivered(), 'tap-1')).toMatchObject({ ok: true, value: { number: 2 } });
  });

  test('an older window gives way to newer code, and writes nothing any more', async () => {
    const store = await enrolledStore({ rows: [oneRun] });
    const newer = await openRaw(store.ports.name, BROWSER_VERSION + 10);
    expect(await store.mutate(delivered(), 'tap-1')).toEqual({ ok: false, error: { code: 'storageLost' } });
    newer.close();
  });

  test('a bug in the domain is not taken for a lost storage', async () => {
    const store = await enrolledStore({ rows: [oneRun] });
    const broken = () => {
      throw new TypeError('a bug');
    };
    store.database.delivery.hook('creating', broken);
    await expect(store.mutate(delivered(), 'tap-1')).rejects.toThrow('a bug');
  });
});

describe('opening', () => {
  test('a database that newer code has written is refused', async () => {
    const ports = testPorts();
    (await openRaw(ports.name, BROWSER_VERSION + 10)).close();
    expect(await openPhoneStore(ports)).toEqual({ ok: false, error: { code: 'newerDatabase' } });
  });

  test('an older window that does not give way is named', async () => {
    const time = manualTime(NOON);
    const ports = testPorts(time);
    const older = await openRaw(ports.name, 1);
    const asked = new Promise((resolve) => older.addEventListener('versionchange', resolve));
    const opening = openPhoneStore(ports);
    await asked;
    // The browser says "blocked" to the newcomer right after it has asked the other.
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    time.advance(60_000);
    expect(await opening).toEqual({ ok: false, error: { code: 'blocked' } });
    older.close();
  });

  test('a cleared storage is not taken for a new phone', async () => {
    const store = await emptyStore();
    expect(await store.beginning()).toBe('new');
    await store.ports.marker.set();
    expect(await store.beginning()).toBe('cleared');
  });
});

describe('two windows', () => {
  test('2.1 together they number without gaps and without taking a number twice', async () => {
    const one = await enrolledStore({ rows: [oneRun] });
    const other = await emptyStore({ ...one.ports });
    const saves = Array.from({ length: 20 }, (_, index) => [
      one.mutate(delivered(), `one-${index}`),
      other.mutate(delivered(), `other-${index}`),
    ]).flat();
    const numbers = (await Promise.all(saves)).map((saved) => (saved.ok ? saved.value.number : 0));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    expect(await one.database.delivery.count()).toBe(40);
  });
});

function openRaw(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
}
