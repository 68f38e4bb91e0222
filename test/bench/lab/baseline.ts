import { Dexie, type Table } from 'dexie';
import { type RawDelivery, rawDelivery } from './raw-delivery.ts';

/** The least that a phone can do: a row and an outbox entry in one strict transaction, in one Dexie database. */
export type Baseline = {
  readonly save: (index: number) => Promise<void>;
  readonly fill: (from: number, to: number) => Promise<void>;
  readonly push: (address: string) => Promise<void>;
  readonly pull: (address: string) => Promise<number>;
  readonly sum: () => Promise<number>;
  readonly remove: () => Promise<void>;
};

/** Opened when first used, or before with `open`. */
export function openBaseline(name: string): Baseline & { readonly open: () => Promise<unknown> } {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ delivery: 'id, on', outbox: '++number' });
  const delivery: Table<RawDelivery, string> = database.table('delivery');
  const outbox: Table<unknown, number> = database.table('outbox');

  return {
    open: () => database.open(),
    save: (index) =>
      database.transaction('rw', delivery, outbox, async () => {
        await delivery.put(rawDelivery(index));
        await outbox.add({ row: rawDelivery(index) });
      }),
    fill: async (from, to) => {
      const rows = Array.from({ length: to - from }, (_, index) => rawDelivery(from + index));
      await database.transaction('rw', delivery, outbox, async () => {
        await delivery.bulkPut(rows);
        await outbox.bulkAdd(rows.map((row) => ({ row })));
      });
    },
    push: async (address) => {
      const entries = (await outbox.toArray()) as readonly { readonly row: RawDelivery }[];
      const body = await gzip(JSON.stringify(entries.map((entry) => entry.row)));
      const answer = await fetch(address, { method: 'POST', body });
      await answer.json();
      await outbox.clear();
    },
    pull: async (address) => {
      const rows = (await (await fetch(address)).json()) as readonly RawDelivery[];
      await delivery.bulkPut(rows);
      return delivery.where('on').equals('2026-01-08').count();
    },
    sum: async () => {
      const rows = await delivery.where('on').equals('2026-01-08').toArray();
      return rows.reduce((sum, row) => sum + ((row['lines'] as { count: number }[])[0]?.count ?? 0), 0);
    },
    remove: () => database.delete(),
  };
}

async function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
