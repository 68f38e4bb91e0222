import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#lib/result.ts';
import { BACKED_UP_AT } from '../port.ts';
import { migrations } from './schema.ts';

/** Why a file was not taken for a database of ours. */
export type CopyFailure = { readonly code: 'damaged' | 'notOurs' | 'newer' };

/** Another process (the server) may hold the file for a moment. */
const BUSY_MS = 5_000;

/**
 * Copies a database that may be in use, as one moment of it, and checks the copy. The copy has its name only once it is
 * whole and on the disk.
 */
export function copyLiveDatabase(file: string, to: string): Result<null, CopyFailure> {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const database = openBusy(file, { readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(part);
  } finally {
    database.close();
  }
  return take(part, to);
}

/** Puts a copy beside a place where a server will look for it, checked, under a name that no server opens. */
export function copyBackup(backup: string, part: string): Result<null, CopyFailure> {
  copyFileSync(backup, part);
  const checked = checkDatabase(part);
  if (!checked.ok) rmSync(part, { force: true });
  return checked;
}

/** Gives a file its name for good. */
export function putInPlace(part: string, to: string): void {
  sync(part);
  renameSync(part, to);
}

/**
 * Tells the server in use how far each device's log is in a backup elsewhere: phones may forget that much (SPEC 7.3). Gives
 * the number of devices.
 */
export function recordBackup(file: string, backup: string, at: number): number {
  const copy = openBusy(backup, { readOnly: true });
  const held = copy.prepare('SELECT device, stored_through AS through FROM device').all();
  copy.close();
  const database = openBusy(file, { readOnly: false });
  const record = database.prepare(
    'UPDATE device SET backed_up_through = max(backed_up_through, ?) WHERE device = ? AND stored_through >= ?',
  );
  database.exec('BEGIN IMMEDIATE');
  for (const { device, through } of held) record.run(through ?? 0, device ?? '', through ?? 0);
  database.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(BACKED_UP_AT, String(at));
  database.exec('COMMIT');
  database.close();
  return held.length;
}

function take(part: string, to: string): Result<null, CopyFailure> {
  const checked = checkDatabase(part);
  if (checked.ok) putInPlace(part, to);
  else rmSync(part, { force: true });
  return checked;
}

function checkDatabase(file: string): Result<null, CopyFailure> {
  let database: DatabaseSync | undefined;
  try {
    database = openBusy(file, { readOnly: true });
    const isWhole = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'] === 'ok';
    if (!isWhole) return err({ code: 'damaged' });
    if (Number(database.prepare('PRAGMA user_version').get()?.['user_version']) > migrations.length)
      return err({ code: 'newer' });
    const founded = database.prepare("SELECT count(*) AS count FROM setting WHERE name = 'serverKey'").get();
    return founded?.['count'] === 1 ? ok(null) : err({ code: 'notOurs' });
  } catch {
    // SQLite says in its own words that this is none of its files, or that our tables are missing.
    return err({ code: 'notOurs' });
  } finally {
    database?.close();
  }
}

function openBusy(file: string, options: { readonly readOnly: boolean }): DatabaseSync {
  const database = new DatabaseSync(file, options);
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA synchronous = FULL`);
  return database;
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
