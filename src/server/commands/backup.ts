import '../require-node-26.ts';
import { chmodSync, existsSync } from 'node:fs';
import { databaseFile } from '../config.ts';
import { type CopyFailure, copyLiveDatabase, recordBackup } from '../storage/sqlite/backup.ts';
import { dumpDatabase } from '../storage/postgres/backup.ts';
import { type Asked, readCommand } from './arguments.ts';

const HELP = `npm run backup -- --to FILE

Copies the server's database while the server goes on serving, and checks the copy. Then the phones are told how much of
their work is safe twice, and may forget it. With DATABASE_URL the copy is made by pg_dump, which must be installed.

The list of revoked phones (revoked.txt beside the database) is not in the file, on purpose: it must be newer than a backup.

The file holds everything else, the server's secret key and people's names and telephones too. Keep it on another disk, where
only the operator can read it. DATA_DIR or DATABASE_URL says which server is meant, as it does for the server itself.

Bring a backup back with: npm run restore -- --from FILE`;

const OWNER_ONLY = 0o600;

const FAILURES: Readonly<Record<CopyFailure['code'], string>> = {
  damaged: 'The database is damaged: stop the server, keep its folder as it is, and restore the last good backup.',
  notOurs: 'The database is not one of this program.',
  newer: 'The database was written by a newer version of the program: update this one first.',
};

const MISSING = `pg_dump, which copies a PostgreSQL database, is not on this computer. On Debian: apt-get install -y postgresql-client
Its version must not be older than the server's.`;

const asked = readCommand({ needs: ['to'], takes: [] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await backUp(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes.join('\n'));

async function backUp({ files, settings }: Asked<'to', never>): Promise<number> {
  const file = files.to;
  if (existsSync(file)) return refuse(`${file} is there already, and a backup never replaces another.`);
  const { databaseUrl } = settings;
  const made = databaseUrl === null ? copyFile(databaseFile(settings), file) : await dump(databaseUrl, file);
  if (typeof made === 'string') return refuse(made);
  chmodSync(file, OWNER_ONLY);
  console.log(`The backup is in ${file}. ${made} devices will hear that their work until now is safe in it.`);
  return 0;
}

/** The number of devices that are told, or what was wrong. */
function copyFile(database: string, file: string): number | string {
  if (!existsSync(database))
    return `There is no database at ${database}. Is DATA_DIR the one that the server was started with?`;
  const copied = copyLiveDatabase(database, file);
  return copied.ok ? recordBackup(database, file, Date.now()) : FAILURES[copied.error.code];
}

async function dump(url: string, file: string): Promise<number | string> {
  const dumped = await dumpDatabase(url, file, Date.now());
  if (dumped.ok) return dumped.value;
  return dumped.error.code === 'missing' ? MISSING : `pg_dump failed. It says:\n${dumped.error.said}`;
}

function refuse(what: string): number {
  console.error(`No backup was made.\n${what}`);
  return 1;
}
