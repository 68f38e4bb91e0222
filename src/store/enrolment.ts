import { assert } from '#lib/assert.ts';
import type { Entry } from '#protocol/entry.ts';
import type { Identity } from './identity.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { PendingEnrolment } from './pending-enrolment.ts';
import type { PhoneStore } from './phone-store.ts';
import type { Position } from './position.ts';
import type { LogRecord } from './records.ts';

/** Key pairs as the `keys` table holds them. */
export type StoredKeys = { readonly sign: CryptoKeyPair; readonly agree: CryptoKeyPair };
const PAIRS = 'pairs';

/** The enrolment that waits for its answer, if any. */
export async function pendingEnrolment({ database }: PhoneStore): Promise<PendingEnrolment | null> {
  return (await readMeta(database, 'enrolment')) ?? null;
}

/** The keys as they came back from storage. */
export async function storedKeys({ database }: PhoneStore): Promise<StoredKeys | null> {
  return ((await database.keys.get(PAIRS)) as StoredKeys | undefined) ?? null;
}

/** Stores keys on trial: whoever made them reads them back and tries them before anything depends on them. */
export async function storeKeys({ database }: PhoneStore, keys: StoredKeys): Promise<void> {
  await database.keys.put(keys, PAIRS);
}

/** Stores what the server will be asked with, over an earlier attempt that nobody answered. */
export async function beginEnrolment({ database }: PhoneStore, pending: PendingEnrolment, entry: Entry): Promise<void> {
  await database.transaction('rw', [database.meta, database.log], async () => {
    assert((await readMeta(database, 'identity')) === undefined, 'an enrolled phone is erased before it enrols again');
    await database.log.put({ ...entry, tap: 'enrol', read: [], wrote: [] });
    await writeMeta(database, 'enrolment', pending);
  });
}

/** The enrolment was answered: from now on this phone is somebody. */
export async function finishEnrolment(store: PhoneStore, identity: Identity, position: Position): Promise<void> {
  const { database, ports } = store;
  await database.transaction('rw', [database.meta], async () => {
    await writeMeta(database, 'identity', identity);
    await writeMeta(database, 'position', position);
    await database.meta.delete('enrolment');
  });
  await ports.marker.set();
}

/** The server refused for good: this phone is as new as before. */
export async function dropEnrolment({ database }: PhoneStore): Promise<void> {
  await database.transaction('rw', [database.meta, database.log, database.keys], async () => {
    await Promise.all([database.meta.delete('enrolment'), database.log.clear(), database.keys.clear()]);
  });
}

/** Entry 1, to be sent again byte for byte. */
export async function enrolEntry({ database }: PhoneStore): Promise<LogRecord | undefined> {
  return database.log.get(1);
}
