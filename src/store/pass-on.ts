import { err, ok, type Result } from '#lib/result.ts';
import { dropBranches } from './branch-memories.ts';
import { type PhoneDatabase, rowTables } from './database.ts';
import { storedKeys, type StoredKeys } from './enrolment.ts';
import type { Identity } from './identity.ts';
import { type FormerHolder, readMeta, readPosition, writeMeta } from './meta.ts';
import { openFormer } from './former-memory.ts';
import type { PhoneStore } from './phone-store.ts';
import { FIRST_POSITION, type Position } from './position.ts';
import { unsentCount } from './queries/unsent-count.ts';
import type { ExceptionRecord, LogRecord } from './records.ts';

/** `needsYou`: something was refused that only its author can understand. `notCopied`: no memory for it, or no keys. */
export type PassOnFailure = { readonly code: 'notEnrolled' | 'needsYou' | 'tooMany' | 'notCopied' | 'busyElsewhere' };

/** More people than share a phone in one winter; each keeps a memory until the server has all of theirs. */
export const MAX_FORMERS = 20;

/**
 * Passes this phone to another volunteer (SYNC 5). The log stays signed and visible as whose it is, and what is unsent still
 * goes; rows, names, drafts and pictures go from the phone, which is as new then.
 *
 *   read --> copied into a memory of its own --> this one is emptied and names the other, in one transaction
 *                     `--closed in between: nothing has changed, and the copy is written again the next time
 */
export async function passOn(store: PhoneStore): Promise<Result<null, PassOnFailure>> {
  const { database, ports } = store;
  if ((await unsentCount(store)).needsYou > 0) return err({ code: 'needsYou' });
  const holding = await readHolding(store);
  if (holding === null) return err({ code: 'notEnrolled' });
  const formers = (await readMeta(database, 'formers')) ?? [];
  if (formers.length >= MAX_FORMERS) return err({ code: 'tooMany' });
  if (holding.log.length > 0 && !(await copy(store, holding))) return err({ code: 'notCopied' });
  await dropBranches(store);
  const isEmptied = await empty(database, holding, formers);
  if (!isEmptied) return err({ code: 'busyElsewhere' });
  // An empty memory is meant: it must not be taken for one that the browser has cleared.
  await ports.marker.remove();
  return ok(null);
}

/** All that a former holder's memory is made of. */
type Holding = {
  readonly identity: Identity;
  readonly name: string;
  readonly position: Position;
  readonly keys: StoredKeys;
  readonly log: readonly LogRecord[];
  readonly exceptions: readonly ExceptionRecord[];
};

async function readHolding(store: PhoneStore): Promise<Holding | null> {
  const { database } = store;
  const keys = await storedKeys(store);
  return database.transaction('r', [database.meta, database.log, database.exceptions, database.member], async () => {
    const [identity, position, log, exceptions] = await Promise.all([
      readMeta(database, 'identity'),
      readPosition(database),
      database.log.toArray(),
      database.exceptions.toArray(),
    ]);
    if (identity === undefined || keys === null) return null;
    const name = (await database.member.get(identity.member))?.body.name ?? '';
    return { identity, name, position, keys, log, exceptions };
  });
}

/** True once the copy stands in the other memory, whole. */
async function copy(store: PhoneStore, { identity, position, keys, log, exceptions }: Holding): Promise<boolean> {
  const former = await openFormer(store, identity.device);
  if (former === null) return false;
  const { database } = former;
  const { cursor, scope, rows, hasMore, isSweeping } = FIRST_POSITION;
  await database.transaction('rw', [database.meta, database.keys, database.log, database.exceptions], async () => {
    await Promise.all([
      database.keys.put(keys, 'pairs'),
      database.log.bulkPut(log),
      database.exceptions.bulkPut(exceptions),
      writeMeta(database, 'identity', identity),
      writeMeta(database, 'position', { ...position, cursor, scope, rows, hasMore, isSweeping }),
      writeMeta(database, 'handedOn', true),
    ]);
  });
  const isWhole = (await database.log.count()) >= log.length && (await storedKeys(former)) !== null;
  database.close();
  return isWhole;
}

/** False when another window has written meanwhile: then nothing was emptied. */
async function empty(database: PhoneDatabase, holding: Holding, formers: readonly FormerHolder[]): Promise<boolean> {
  const { log, shadow, meta, exceptions, mentioned, drafts, keys, pictures } = database;
  const tables = [log, shadow, meta, exceptions, mentioned, drafts, keys, pictures, ...rowTables(database)];
  const { identity, name, position } = holding;
  const unsent = holding.log.filter(({ number }) => number > position.acknowledgedThrough).length;
  return database.transaction('rw', tables, async () => {
    const [count, persist] = await Promise.all([log.count(), readMeta(database, 'persist')]);
    if (count !== holding.log.length) return false;
    await Promise.all(tables.map((table) => table.clear()));
    if (persist !== undefined) await writeMeta(database, 'persist', persist);
    const last = holding.log.length === 0 ? [] : [{ device: identity.device, name, unsent }];
    await writeMeta(database, 'formers', [...formers, ...last]);
    return true;
  });
}
