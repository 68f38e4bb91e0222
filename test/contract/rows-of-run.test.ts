import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '#domain/rows.ts';
import type { StateRow, Storage } from '#server/storage/port.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import { id, newBranch, stateRow } from './support/samples.ts';

describe.each(BACKENDS)('%s finds what belongs to a run', (_, start) => {
  let backend: Backend;
  let storage: Storage;
  beforeAll(async () => {
    backend = await start();
    storage = await backend.open();
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  test('the records of a run are found, of that run and that branch alone', async () => {
    const [branch, other] = [newBranch(), newBranch()];
    const run = id('driven');
    const named = (name: string, kind: Kind, body: object): StateRow => ({
      ...stateRow(name, { kind }),
      body: JSON.stringify(body),
    });
    const delivered = named('delivered', 'delivery', { run, stop: 0 });
    const counted = named('counted', 'returnableCount', { run });
    const besides = [
      named('elsewhere', 'delivery', { run: id('another') }),
      named('unplanned', 'delivery', { run: null }),
      named('an item', 'item', { run }),
      { ...named('gone', 'delivery', {}), body: null },
    ];
    await storage.transact(branch, (transaction) => transaction.writeRows([delivered, counted, ...besides]));
    const found = await storage.transact(branch, (transaction) => transaction.rowsOfRuns([run]));
    expect(found.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([delivered, counted]);
    const both = await storage.transact(branch, (transaction) =>
      transaction.rowsOfRuns([run, id('another'), id('no')]),
    );
    expect(both.map((row) => row.id).toSorted()).toEqual(['counted', 'delivered', 'elsewhere']);
    expect(await storage.transact(branch, (transaction) => transaction.rowsOfRuns([]))).toEqual([]);
    expect(await storage.transact(other, (transaction) => transaction.rowsOfRuns([run]))).toEqual([]);
  });
});
