import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Storage } from '#server/storage/port.ts';
import { postgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import { layWire } from '#test/support/breakable-wire.ts';
import { startPostgres } from '#test/support/postgres.ts';
import type { TestPostgres } from '#test/support/test-postgres.ts';
import { START_MS } from './support/backends.ts';
import { newBranch, stateRow } from './support/samples.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, START_MS);
afterAll(() => postgres.stop(), START_MS);

async function query(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(text);
  await client.end();
}

test('processes that open an empty PostgreSQL together make its tables once, and all can work', async () => {
  const storages: readonly Storage[] = await Promise.all(
    Array.from({ length: 5 }, () => postgresStorage(postgres.url)),
  );
  const branch = newBranch();
  for (const [index, storage] of storages.entries()) {
    await storage.transact(branch, (transaction) => transaction.writeRows([stateRow(`row${index}`)]));
  }
  const rows = await storages[0]?.transact(branch, (transaction) => transaction.rowsOfKind('item'));
  expect(rows).toHaveLength(storages.length);
  await Promise.all(storages.map((storage) => storage.close()));
});

test('a connection that was cut fails the work that had it, and nothing else', async () => {
  const wire = await layWire(postgres.url);
  const storage = await postgresStorage(wire.url);
  const branch = newBranch();
  const cut = storage.transact(branch, async (transaction) => {
    await transaction.writeRows([stateRow('cut')]);
    wire.cut();
    await transaction.writeRows([stateRow('after')]);
  });
  await expect(cut).rejects.toThrow();
  expect(await storage.transact(branch, (transaction) => transaction.rowsOfKind('item'))).toEqual([]);
  await storage.close();
  await wire.stop();
});

test('a crowd in one branch takes one connection, so that other branches find one too', async () => {
  const wire = await layWire(postgres.url);
  const storage = await postgresStorage(wire.url);
  const before = wire.connectionCount();
  const branch = newBranch();
  const works = Array.from({ length: 50 }, (_, index) =>
    storage.transact(branch, async (transaction) => {
      await transaction.writeRows([stateRow(`row${index}`)]);
      if (index % 10 === 3) throw new Error('one of the crowd fails');
    }),
  );
  const outcomes = await Promise.allSettled(works);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  expect(await storage.transact(branch, (transaction) => transaction.rowsOfKind('item'))).toHaveLength(45);
  expect(wire.connectionCount()).toBe(before);
  await storage.close();
  await wire.stop();
});

test('a database that a newer program wrote is left alone', async () => {
  await query('INSERT INTO migration VALUES (1000)');
  await expect(postgresStorage(postgres.url)).rejects.toThrow('newer version');
  await query('DELETE FROM migration WHERE version = 1000');
});
