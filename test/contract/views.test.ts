import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bodies, type Body, type Kind, kinds } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';
import { type Shape, shapeOf } from '#protocol/shape.ts';
import type { StateRow, Storage } from '#server/storage/port.ts';
import { postgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { viewsOfKinds } from '#server/storage/views.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { START_MS } from './support/backends.ts';
import { newBranch } from './support/samples.ts';

vi.setConfig({ testTimeout: START_MS, hookTimeout: START_MS });
const branch = newBranch();
const views = viewsOfKinds();

/** A database as somebody with a BI tool sees it. */
type Look = {
  readonly reopen: () => Promise<Storage>;
  readonly ask: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
};

async function sqliteLook(): Promise<Look> {
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-views-'));
  const file = join(folder, 'test.sqlite');
  return {
    reopen: async () => sqliteStorage(file),
    ask: async (text) => {
      const database = new DatabaseSync(file);
      const rows = database.prepare(text).all();
      database.close();
      return rows.map((row) => ({ ...row }));
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

async function postgresLook(): Promise<Look> {
  const postgres = await startPostgres();
  return {
    reopen: () => postgresStorage(postgres.url),
    ask: async (text) => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      try {
        return (await client.query<Readonly<Record<string, unknown>>>(text)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => postgres.stop(),
  };
}

/** A value of a shape with something in every place. */
function sampleOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.entries).map(([field, inner]) => [field, sampleOf(inner)]));
    case 'array':
      return [sampleOf(shape.item)];
    case 'nullable':
      return sampleOf(shape.wrapped);
    case 'picklist':
      return shape.options[0];
    case 'literal':
      return shape.literal;
    case 'number':
      return 1_000;
    case 'boolean':
      return true;
    default:
      return 'text';
  }
}

const delivery: Body<'delivery'> = {
  ...(sampleOf(shapeOf<unknown>(bodies.delivery)) as Body<'delivery'>),
  run: null,
  stop: 2,
  recordedAt: Date.UTC(2026, 0, 15, 7, 30),
  note: 'say "hello"',
  lines: [
    { item: 'tea' as RowId, count: 2_500 as Body<'delivery'>['lines'][number]['count'] },
    { item: 'bread' as RowId, count: 40_000 as Body<'delivery'>['lines'][number]['count'] },
  ],
};

/** A row of each kind with everything that it can hold, one that is gone, and the delivery above. */
const rows: readonly StateRow[] = [
  ...kinds.map((kind) => ({
    kind,
    id: 'full' as RowId,
    version: 1,
    body: rowJson(kind, sampleOf(shapeOf<unknown>(bodies[kind])) as Body<Kind>),
  })),
  { kind: 'delivery', id: 'gone' as RowId, version: 1, body: null },
  { kind: 'delivery', id: 'one' as RowId, version: 1, body: rowJson('delivery', delivery) },
];

describe.each([
  ['SQLite', sqliteLook],
  ['PostgreSQL', postgresLook],
])('in %s', (_name, start) => {
  let look: Look;
  let storage: Storage;
  beforeAll(async () => {
    look = await start();
    storage = await look.reopen();
    await storage.transact(branch, (transaction) => transaction.writeRows(rows));
  });
  afterAll(async () => {
    await storage.close();
    await look.stop();
  });

  test('each kind is a table with a column for everything that its rows hold', async () => {
    const ofKinds = views.filter(({ list }) => list === null).map(({ kind }) => kind);
    expect(ofKinds).toEqual(kinds);
    for (const { name, columns } of views) {
      const [row] = await look.ask(`SELECT * FROM ${name} WHERE row_id = 'full'`);
      expect(row, name).toBeDefined();
      for (const column of columns) expect(row?.[column.name], `${name}.${column.name}`).not.toBe(null);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    }
  });

  test('a delivery reads as columns: amounts in units, moments as such, nothing as nothing; what is gone is not there', async () => {
    const found = await look.ask(
      `SELECT row_id, branch, run, stop, note, recorded_at FROM view_delivery WHERE row_id <> 'full'`,
    );
    const [{ recorded_at: at, ...row } = {}, ...others] = found;
    expect(others).toEqual([]);
    expect({ ...row, stop: Number(row['stop']) }).toEqual({
      row_id: 'one',
      branch,
      run: null,
      stop: 2,
      note: 'say "hello"',
    });
    expect(new Date(at as string | Date).getTime()).toBe(delivery.recordedAt);
    const lines = await look.ask(`SELECT nth, item, count FROM view_delivery_lines WHERE row_id = 'one' ORDER BY nth`);
    expect(lines.map(({ nth, item, count }) => [Number(nth), item, Number(count)])).toEqual([
      [0, 'tea', 2.5],
      [1, 'bread', 40],
    ]);
  });

  test('they are made anew when they are not those of this program, and only then', async () => {
    await look.ask('DROP VIEW view_delivery');
    await (await look.reopen()).close();
    await expect(look.ask('SELECT * FROM view_delivery')).rejects.toThrow();
    await look.ask(`UPDATE setting SET value = 'of an older program' WHERE name = 'views'`);
    await (await look.reopen()).close();
    expect(await look.ask('SELECT * FROM view_delivery')).toHaveLength(2);
  });
});
