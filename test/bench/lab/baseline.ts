import { Dexie, type Table } from 'dexie';
import { rawDelivery, type RawRow, rawRuns } from './raw-delivery.ts';

/** The least that a phone can do: a row and an outbox entry in one strict transaction, in one Dexie database. */
export type Baseline = {
  readonly save: (index: number) => Promise<void>;
  readonly fill: (from: number, to: number) => Promise<void>;
  readonly push: (address: string) => Promise<void>;
  /** Puts the runs of so many deliveries on the server. */
  readonly plan: (deliveryCount: number, address: string) => Promise<void>;
  readonly pull: (address: string) => Promise<number>;
  readonly sum: () => Promise<number>;
  readonly remove: () => Promise<void>;
};

/** What saves and sends needs no more than this. */
const SENDING = { delivery: 'id, on', outbox: '++number' };
/**
 * What a fresh phone holds: the runs beside the deliveries, both found by what the app finds them by. Without these a pull
 * would be measured against one that fetches less and can be asked less (it was, before 28 November 2026).
 */
export const HOLDING = { ...SENDING, delivery: 'id, run, on, *flags', run: 'id, on' };

/** Opened when first used, or before with `open`. */
export function openBaseline(
  name: string,
  tables: Readonly<Record<string, string>> = SENDING,
): Baseline & { readonly open: () => Promise<unknown> } {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores(tables);
  const delivery: Table<RawRow, string> = database.table('delivery');
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
      const entries = (await outbox.toArray()) as readonly { readonly row: RawRow }[];
      await post(
        address,
        entries.map((entry) => entry.row),
      );
      await outbox.clear();
    },
    plan: (deliveryCount, address) => post(address, rawRuns(deliveryCount)),
    pull: async (address) => {
      const rows = (await (await fetch(address)).json()) as readonly RawRow[];
      const run: Table<RawRow, string> = database.table('run');
      await database.transaction('rw', delivery, run, () =>
        Promise.all([
          run.bulkPut(rows.filter((row) => 'stops' in row)),
          delivery.bulkPut(rows.filter((row) => !('stops' in row))),
        ]),
      );
      return delivery.where('on').equals('2026-01-08').count();
    },
    sum: async () => {
      const rows = await delivery.where('on').equals('2026-01-08').toArray();
      return rows.reduce((sum, row) => sum + ((row['lines'] as { count: number }[])[0]?.count ?? 0), 0);
    },
    remove: () => database.delete(),
  };
}

async function post(address: string, rows: readonly RawRow[]): Promise<void> {
  const answer = await fetch(address, { method: 'POST', body: await gzip(JSON.stringify(rows)) });
  await answer.json();
}

async function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
