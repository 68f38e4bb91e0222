import { DatabaseSync } from 'node:sqlite';

/** The server may hold the file for a moment, and rewriting waits for it. */
const BUSY_MS = 30_000;

/** Writes the whole file anew, so that no page of it, and none of its log, holds what was taken out. */
export function scrubFile(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA secure_delete = ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
}
