import { type PhoneDatabase, rowTables } from './database.ts';
import { writeMeta } from './meta.ts';
import { FIRST_POSITION, type Position } from './position.ts';

/**
 * This phone was revoked: the rows go, and what the server has of the log. What is unsent stays, so that it can be saved
 * as a file.
 */
export async function wipe(database: PhoneDatabase, position: Position): Promise<void> {
  const { acknowledgedThrough, acknowledgedHash, keptFrom } = position;
  await Promise.all([
    ...rowTables(database).map((table) => table.clear()),
    database.shadow.clear(),
    database.mentioned.clear(),
    database.drafts.clear(),
    database.log.where('number').belowOrEqual(acknowledgedThrough).delete(),
    database.exceptions.where('number').belowOrEqual(acknowledgedThrough).delete(),
  ]);
  const kept = acknowledgedThrough >= keptFrom ? { keptFrom: acknowledgedThrough + 1, keptHash: acknowledgedHash } : {};
  const { cursor, scope, rows, hasMore, isSweeping } = FIRST_POSITION;
  await writeMeta(database, 'position', { ...position, ...kept, cursor, scope, rows, hasMore, isSweeping });
}
