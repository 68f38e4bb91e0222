import { hash } from 'node:crypto';
import type pg from 'pg';
import { type Column, type ColumnType, VIEW_PREFIX, type View, viewsOfKinds } from '../views.ts';

const SETTING = 'views';
const CASTS: Readonly<Record<ColumnType, string>> = {
  text: '',
  whole: '::bigint',
  amount: '::numeric / 1000',
  moment: '::double precision / 1000',
  truth: '::boolean',
  json: '',
};

/**
 * Makes the views anew when the kinds' shapes are others than when they were made; within the caller's transaction. Whoever
 * built something of their own upon one of ours keeps it, and ours stay as they were until that is gone.
 */
export async function bringViewsUpToDate(client: Pick<pg.PoolClient, 'query'>): Promise<void> {
  const scripts = viewsOfKinds().map(viewScript);
  const made = hash('sha256', scripts.join('\n'));
  const known = await client.query<{ value: string }>('SELECT value FROM setting WHERE name = $1', [SETTING]);
  if (known.rows[0]?.value === made) return;
  const old = await client.query<{ name: string }>(
    'SELECT viewname AS name FROM pg_views WHERE schemaname = current_schema() AND starts_with(viewname, $1)',
    [VIEW_PREFIX],
  );
  await client.query('SAVEPOINT views');
  try {
    for (const { name } of old.rows) await client.query(`DROP VIEW "${name}"`);
    for (const script of scripts) await client.query(script);
    const write = 'INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
    await client.query(write, [SETTING, made]);
  } catch (cause) {
    // "Other objects depend on it"; anything else is a bug.
    if ((cause as { readonly code?: unknown }).code !== '2BP01') throw cause;
    await client.query('ROLLBACK TO views');
  }
}

function viewScript({ name, kind, list, columns }: View): string {
  const from =
    list === null ? '' : `, json_array_elements(body::json -> '${list}') WITH ORDINALITY AS part (value, place)`;
  const nth = list === null ? [] : ['part.place - 1 AS nth'];
  const source = list === null ? 'body::json' : 'part.value';
  const given = columns.map((column) => `${valueOf(column, source)} AS "${column.name}"`);
  return `CREATE VIEW "${name}" AS SELECT ${['branch', 'state.id AS row_id', ...nth, ...given].join(', ')}
    FROM state${from} WHERE kind = '${kind}' AND body IS NOT NULL`;
}

function valueOf({ path, type }: Column, source: string): string {
  const value = `(${source} ${type === 'json' ? '#>' : '#>>'} '{${path.join(',')}}')${CASTS[type]}`;
  return type === 'moment' ? `to_timestamp(${value})` : value;
}
