import { readOwnMutation, touchedBy } from './apply/own-mutation.ts';
import { madeByPending } from './apply/view.ts';
import type { PhoneDatabase } from './database.ts';
import type { Identity } from './identity.ts';
import { keyTextToKey, loadBodies } from './known-rows.ts';
import { firstOutside, isInRanges } from './number-ranges.ts';
import type { Position } from './position.ts';

/**
 * In a new epoch all kept mutations are pending again (SPEC 10.3), so the rows that they touched need a shadow: what is
 * here now, until the pages say what the restored server has.
 */
export async function reopenSettled(database: PhoneDatabase, identity: Identity, position: Position): Promise<void> {
  const records = await database.log.where('number').aboveOrEqual(firstOutside(position.settled)).toArray();
  const isMadeByPending = madeByPending(identity, position.settled);
  const touched = records
    .filter(({ number }) => !isInRanges(position.settled, number))
    .flatMap((record) => touchedBy(readOwnMutation(record)));
  const shadowed = new Set(await database.shadow.toCollection().primaryKeys());
  const keys = [...new Set(touched)].filter((text) => !shadowed.has(text)).map(keyTextToKey);
  const needed = keys.filter((key) => !isMadeByPending(key));
  const bodies = await loadBodies(database, needed);
  await database.shadow.bulkPut(
    needed.map((key) => {
      const text = `${key.kind}/${key.id}`;
      return { key: text, body: bodies.get(text) ?? null };
    }),
  );
}
