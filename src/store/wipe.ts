import { hashOver } from './chain.ts';
import { type PhoneDatabase, rowTables } from './database.ts';
import { writeMeta } from './meta.ts';
import { FIRST_POSITION, type Position } from './position.ts';
import { isOpen } from './records.ts';

/**
 * This phone was revoked: the rows and pictures go, and what the server has of the log. What is unsent stays, so that it can be saved
 * as a file, and so does what was refused and nobody has looked at.
 */
export async function wipe(database: PhoneDatabase, position: Position): Promise<void> {
  const open = (await database.exceptions.toArray()).filter(isOpen).map(({ number }) => number);
  const through = Math.min(position.acknowledgedThrough, ...open.map((number) => number - 1));
  const gone = await database.log.where('number').between(position.keptFrom, through, true, true).toArray();
  await Promise.all([
    ...rowTables(database).map((table) => table.clear()),
    database.shadow.clear(),
    database.mentioned.clear(),
    database.drafts.clear(),
    database.pictures.clear(),
    database.log.where('number').belowOrEqual(through).delete(),
    database.exceptions.where('number').belowOrEqual(through).delete(),
  ]);
  const kept =
    through >= position.keptFrom ? { keptFrom: through + 1, keptHash: hashOver(position.keptHash, gone) } : {};
  const { cursor, scope, rows, hasMore, isSweeping } = FIRST_POSITION;
  await writeMeta(database, 'position', { ...position, ...kept, cursor, scope, rows, hasMore, isSweeping });
}
