import type { Config } from './config.ts';
import { isFolderTaken } from './storage/sqlite/hold-folder.ts';

/** What kept the server from starting, and what to do, in plain sentences; undefined for what nobody foresaw: a bug. */
export function explainStart(cause: unknown, settings: Config): readonly string[] | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code, message } = cause as Error & { readonly code?: unknown };
  if (isFolderTaken(cause))
    return [`Another Dastarkhan serves from ${settings.folder}. Stop that one, or choose another folder: DATA_DIR=...`];
  if (code === 'EADDRINUSE')
    return [
      `Port ${settings.port} is taken, perhaps by another Dastarkhan. Stop that one, or choose another: PORT=8788`,
    ];
  if (code === 'EACCES' && message.includes('listen'))
    return [`Ports below 1024 belong to the system, and ${settings.port} is one. Choose another: PORT=8787`];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return [
      `This computer has no address ${settings.host}. Set HOST to localhost, or to 0.0.0.0 for all of its addresses.`,
    ];
  if (settings.databaseUrl !== null && code !== undefined)
    return ['The PostgreSQL database of DATABASE_URL does not let us in. It says:', message];
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(String(code)))
    return [`The folder ${settings.folder} cannot be written to. Make it writable, or choose another: DATA_DIR=...`];
  if (code === 'ERR_SQLITE_ERROR' || message.includes('database was written by'))
    return [`The database in ${settings.folder} could not be opened. It says:`, message];
  return undefined;
}
