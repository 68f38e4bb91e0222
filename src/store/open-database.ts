import type { Timer } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { withinLimit } from '#lib/time-limit.ts';
import { BROWSER_VERSION, type PhoneDatabase, phoneDatabase } from './database.ts';

/**
 * `unavailable`: this browser gives no storage. `blocked`: another window holds an older version open. `newerDatabase`:
 * newer code has been here, so this code must not write. `hung`: the browser does not answer.
 */
export type OpenFailure = { readonly code: 'unavailable' | 'blocked' | 'newerDatabase' | 'hung' };

/** A cold phone opens within a second or two; beyond this the person must hear something. */
const OPEN_LIMIT_MS = 8_000;

/** Opens the database, and refuses one that newer code has written: Dexie 4 would open it without a word. */
export async function openDatabase(name: string, timer: Timer): Promise<Result<PhoneDatabase, OpenFailure>> {
  if (typeof indexedDB === 'undefined') return err({ code: 'unavailable' });
  const database = phoneDatabase(name);
  // Other windows that open newer code, or erase: give way at once, and do not come back by ourselves.
  database.on('versionchange', () => database.close());
  return openWithin(database, timer);
}

/** Opens it again after the connection was lost. */
export async function reopen(database: PhoneDatabase, timer: Timer): Promise<Result<PhoneDatabase, OpenFailure>> {
  database.close();
  return openWithin(database, timer);
}

async function openWithin(database: PhoneDatabase, timer: Timer): Promise<Result<PhoneDatabase, OpenFailure>> {
  let isBlocked = false;
  database.on('blocked', () => {
    isBlocked = true;
  });
  const onLimit = (): Result<PhoneDatabase, OpenFailure> => err({ code: isBlocked ? 'blocked' : 'hung' });
  const opened = await withinLimit(openAndCheck(database), OPEN_LIMIT_MS, onLimit, timer);
  // One that newer code has written, or that opens too late, must not be written by anybody who did not look.
  if (!opened.ok) database.close();
  return opened;
}

async function openAndCheck(database: PhoneDatabase): Promise<Result<PhoneDatabase, OpenFailure>> {
  try {
    await database.open();
  } catch {
    // Private windows, blocked site data and broken profiles all end here; none of them can be told apart for sure.
    return err({ code: 'unavailable' });
  }
  return database.backendDB().version > BROWSER_VERSION ? err({ code: 'newerDatabase' }) : ok(database);
}
