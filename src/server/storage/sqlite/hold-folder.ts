import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Its contents mean nothing; that a process has it locked does. */
const LOCK_FILE = 'server.lock';
/** A server that is being stopped may still be at its last answers. */
const WAIT_MS = 2_000;

/** Locks that are held: one that nobody holds on to is closed, and so let go, when memory is tidied. */
const held = new Set<DatabaseSync>();

/** Why a folder was not taken. */
const TAKEN = 'another server serves from this folder';

/** True for what `holdFolder` throws when another process has the folder. */
export function isFolderTaken(cause: unknown): boolean {
  return cause instanceof Error && cause.message === TAKEN;
}

/**
 * Takes a folder for this process: two servers over one file would each believe to be the only one. The lock is the operating
 * system's, so it ends with the process, however that ends. Gives the function that lets the folder go.
 */
export function holdFolder(folder: string, waitMs: number = WAIT_MS): () => void {
  const lock = new DatabaseSync(join(folder, LOCK_FILE));
  try {
    lock.exec(`PRAGMA busy_timeout = ${waitMs}; BEGIN EXCLUSIVE`);
  } catch (cause) {
    lock.close();
    throw (cause as { readonly errstr?: unknown }).errstr === 'database is locked'
      ? new Error(TAKEN, { cause })
      : cause;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
