import type { DatabaseSync } from 'node:sqlite';
import { hash } from 'node:crypto';
import { type Column, VIEW_PREFIX, type View, viewsOfKinds } from '../views.ts';

const SETTING = 'views';

/** Makes the views anew when the kinds' shapes are others than when they were made; within the caller's transaction. */
export function bringViewsUpToDate(database: DatabaseSync): void {
  const scripts = viewsOfKinds().map(viewScript);
  const made = hash('sha256', scripts.join('\n'));
  if (database.prepare('SELECT value FROM setting WHERE name = ?').get(SETTING)?.['value'] === made) return;
  const old = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE ? || '%'");
  for (const { name } of old.all(VIEW_PREFIX)) database.exec(`DROP VIEW "${String(name)}"`);
  for (const script of scripts) database.exec(script);
  database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(SETTING, made);
}

function viewScript({ name, kind, list, columns }: View): string {
  const from = list === null ? '' : `, json_each(body, '$.${list}') AS part`;
  const nth = list === null ? [] : ['part.key AS nth'];
  const source = list === null ? 'body' : 'part.value';
  const given = columns.map((column) => `${valueOf(column, source)} AS "${column.name}"`);
  return `CREATE VIEW "${name}" AS SELECT ${['branch', 'state.id AS row_id', ...nth, ...given].join(', ')}
    FROM state${from} WHERE kind = '${kind}' AND body IS NOT NULL`;
}

function valueOf({ path, type }: Column, source: string): string {
  const value = `json_extract(${source}, '$.${path.join('.')}')`;
  if (type === 'amount') return `${value} / 1000.0`;
  return type === 'moment' ? `strftime('%Y-%m-%dT%H:%M:%SZ', ${value} / 1000, 'unixepoch')` : value;
}
