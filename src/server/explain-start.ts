import type { Config } from './config.ts';
import { isFolderTaken } from './storage/sqlite/hold-folder.ts';

const FOLDER_CALLS = ['mkdir', 'access', 'open', 'write'];
/** `ENOENT`: the system lets nobody make a folder there. */
const FOLDER_TROUBLES = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT'];

/** What kept the server from starting, and what to do, in plain sentences; undefined for what nobody foresaw: a bug. */
export function explainStart(cause: unknown, settings: Config): readonly string[] | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code, message, syscall, hostname } = cause as Error &
    Readonly<Record<'code' | 'syscall' | 'hostname', unknown>>;
  if (isFolderTaken(cause))
    return [`Another Dastarkhan serves from ${settings.folder}. Stop that one, or choose another folder: DATA_DIR=...`];
  if (code === 'EADDRINUSE')
    return [
      `Port ${settings.port} is taken, perhaps by another Dastarkhan. Stop that one, or choose another: PORT=8788`,
    ];
  if (code === 'EACCES' && message.includes('listen'))
    return [`Ports below 1024 belong to the system, and ${settings.port} is one. Choose another: PORT=8787`];
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && hostname === settings.host))
    return [
      `This computer has no address ${settings.host}. Set HOST to localhost, or to 0.0.0.0 for all of its addresses.`,
    ];
  if (FOLDER_CALLS.includes(String(syscall)) && FOLDER_TROUBLES.includes(String(code)))
    return [`The folder ${settings.folder} cannot be written to. Make it writable, or choose another: DATA_DIR=...`];
  if (settings.databaseUrl !== null && code !== undefined)
    return ['The PostgreSQL database of DATABASE_URL does not let us in. It says:', message];
  if (code === 'ERR_SQLITE_ERROR' || message.includes('database was written by'))
    return [`The database in ${settings.folder} could not be opened. It says:`, message];
  return undefined;
}
