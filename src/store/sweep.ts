import { kinds, rowKeyText } from '#domain/rows.ts';
import type { PageRow, ReadStep } from './apply/page-step.ts';
import { madeByPending } from './apply/view.ts';
import { type PhoneDatabase, rowTable } from './database.ts';
import type { Identity } from './identity.ts';
import { keyTextToKey } from './known-rows.ts';
import type { Position } from './position.ts';

/** Remembers which rows the pages of a pull from the beginning have told of. */
export async function noteMentioned(database: PhoneDatabase, steps: readonly ReadStep[]): Promise<void> {
  const rows = steps.flatMap((step) => (step.type === 'rows' ? step.rows : []));
  await database.mentioned.bulkPut(rows.map((row) => ({ key: rowKeyText(row) })));
}

/**
 * What the last page of a pull from the beginning takes away: rows that no page mentioned (SPEC 8.12). Rows that only
 * pending mutations of this phone have made are not the server's to mention.
 */
export async function sweptRows(
  database: PhoneDatabase,
  identity: Identity,
  before: Position,
): Promise<readonly ReadStep[]> {
  const mentioned = new Set(await database.mentioned.toCollection().primaryKeys());
  const isMadeByPending = madeByPending(identity, before.settled);
  const gone = new Map<string, PageRow>();
  for (const text of await database.shadow.toCollection().primaryKeys()) {
    if (!mentioned.has(text)) gone.set(text, { ...keyTextToKey(text), body: null });
  }
  for (const kind of kinds) {
    for (const id of await rowTable(database, kind).toCollection().primaryKeys()) {
      const text = rowKeyText({ kind, id });
      if (!mentioned.has(text) && !isMadeByPending({ kind, id })) gone.set(text, { kind, id, body: null });
    }
  }
  return [{ type: 'rows', rows: [...gone.values()] }];
}
