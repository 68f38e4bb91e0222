import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startPglite } from '#test/support/pglite-server.ts';
import { startPostgres } from '#test/support/postgres.ts';
import type { TestPostgres } from '#test/support/test-postgres.ts';

const LIMIT_MS = 60_000;

describe.each([
  ['the PostgreSQL of this machine', startPostgres],
  ['PGlite', startPglite],
] as const)('%s, as the tests start it', (_, start) => {
  let postgres: TestPostgres;
  const clients: pg.Client[] = [];
  const connect = async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  beforeAll(async () => {
    postgres = await start();
  }, LIMIT_MS);
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await postgres.stop();
  }, LIMIT_MS);

  test('keeps what one connection wrote for another to read', async () => {
    const [writer, reader] = await Promise.all([connect(), connect()]);
    await writer.query('CREATE TABLE kept (id int PRIMARY KEY, body bytea)');
    await writer.query('INSERT INTO kept VALUES ($1, $2)', [1, Buffer.from([0, 255])]);
    const { rows } = await reader.query<{ body: Buffer }>('SELECT body FROM kept WHERE id = $1', [1]);
    expect(rows.map(({ body }) => [...body])).toEqual([[0, 255]]);
  });

  test('says what was wrong, and goes on', async () => {
    const client = await connect();
    await expect(client.query('SELECT * FROM nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(client.query('SELECT $1::int AS one', [1])).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  test('never mixes the transactions of two connections', async () => {
    const [first, second] = await Promise.all([connect(), connect()]);
    await first.query('CREATE TABLE counted (amount int)');
    await first.query('INSERT INTO counted VALUES (0)');
    const add = async (client: pg.Client) => {
      await client.query('BEGIN');
      const { rows } = await client.query<{ amount: number }>('SELECT amount FROM counted FOR UPDATE');
      await client.query('UPDATE counted SET amount = $1', [(rows[0]?.amount ?? 0) + 1]);
      await client.query('COMMIT');
    };
    for (let round = 0; round < 10; round += 1) await Promise.all([add(first), add(second)]);
    expect((await first.query('SELECT amount FROM counted')).rows).toEqual([{ amount: 20 }]);
  });

  test('undoes what a connection had begun when it was cut', async () => {
    const [cut, other] = await Promise.all([connect(), connect()]);
    await other.query('CREATE TABLE undone (id int)');
    await cut.query('BEGIN');
    await cut.query('INSERT INTO undone VALUES (1)');
    await cut.end();
    expect((await other.query('SELECT * FROM undone')).rows).toEqual([]);
  });
});
