import { hashOver } from './chain.ts';
import { readPosition, writeMeta } from './meta.ts';
import { firstOutside } from './number-ranges.ts';
import type { PhoneStore } from './phone-store.ts';
import type { Position } from './position.ts';
import { type ExceptionRecord, isOpen } from './records.ts';

/** Entries that no backup is known to hold are kept this long, by the server's time, after they were acknowledged. */
export const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000;
/** Entries forgotten at once, so that it never takes long. */
const MOST_AT_ONCE = 2_000;

/**
 * The last number that may be forgotten (SPEC 7.3): it is in a backup or was acknowledged long ago, it is settled, and
 * nobody still has to look at it.
 */
export function forgettableThrough(position: Position, exceptions: readonly ExceptionRecord[]): number {
  const { backedUpThrough, acknowledgedThrough, acknowledgedMarks, serverAt, settled, keptFrom } = position;
  const oldEnough = acknowledgedMarks.filter((mark) => mark.serverAt + KEPT_FOR_MS <= (serverAt ?? 0));
  const safe = Math.max(backedUpThrough, oldEnough.at(-1)?.through ?? 0);
  const open = exceptions.filter(isOpen).map(({ number }) => number);
  const bounds = [safe, acknowledgedThrough, firstOutside(settled) - 1, Math.min(...open) - 1];
  return Math.min(...bounds, keptFrom - 1 + MOST_AT_ONCE);
}

/** Forgets what may be forgotten; gives how many entries went. */
export async function forget({ database }: PhoneStore): Promise<number> {
  // Mostly there is nothing to forget, and no writer shall wait for that.
  const here = await readPosition(database);
  if (forgettableThrough(here, []) < here.keptFrom) return 0;
  const tables = [database.meta, database.log, database.exceptions];
  return database.transaction('rw', tables, async () => {
    const [position, exceptions] = await Promise.all([readPosition(database), database.exceptions.toArray()]);
    const through = forgettableThrough(position, exceptions);
    if (through < position.keptFrom) return 0;
    const records = await database.log.where('number').between(position.keptFrom, through, true, true).toArray();
    const keptHash = hashOver(position.keptHash, records);
    const acknowledgedMarks = position.acknowledgedMarks.filter((mark) => mark.through > through);
    await Promise.all([
      database.log.where('number').belowOrEqual(through).delete(),
      database.exceptions.where('number').belowOrEqual(through).delete(),
      writeMeta(database, 'position', { ...position, keptFrom: through + 1, keptHash, acknowledgedMarks }),
    ]);
    return records.length;
  });
}
