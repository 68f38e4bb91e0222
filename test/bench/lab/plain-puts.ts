import { rawDelivery } from './raw-delivery.ts';

/** IndexedDB without a library: a row and an outbox entry in one strict transaction. */
export type PlainPuts = { readonly save: (index: number) => Promise<void>; readonly remove: () => void };

export async function openPlainPuts(name: string): Promise<PlainPuts> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('delivery', { keyPath: 'id' }).createIndex('on', 'on');
      opening.result.createObjectStore('outbox', { autoIncrement: true });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('the plain database does not open')));
  });
  return {
    save: (index) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(['delivery', 'outbox'], 'readwrite', { durability: 'strict' });
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(new Error('the plain write was aborted')));
        transaction.objectStore('delivery').put(rawDelivery(index));
        transaction.objectStore('outbox').add({ row: rawDelivery(index) });
      }),
    remove: () => {
      database.close();
      indexedDB.deleteDatabase(name);
    },
  };
}
