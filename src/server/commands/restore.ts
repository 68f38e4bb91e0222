import '../require-node-26.ts';
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { nodeRandom, sha256 } from '../auth/node-crypto.ts';
import { databaseFile, ERASED_FILE, REVOKED_FILE, revokedFile } from '../config.ts';
import { copyBackup, type CopyFailure, putInPlace } from '../storage/sqlite/backup.ts';
import type { Storage } from '../storage/port.ts';
import { isEmptyDatabase, restoreDump } from '../storage/postgres/backup.ts';
import { postgresStorage } from '../storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { beginNewLife } from '../sync/epoch.ts';
import { type Asked, readCommand } from './arguments.ts';

const HELP = `npm run restore -- --from FILE [--revoked FILE]

Puts a backup in the place of a database that is lost. DATA_DIR must be empty or missing, but for ${REVOKED_FILE} and ${ERASED_FILE}:
nothing is ever replaced, so move what is there to another place first. With DATABASE_URL that database must be empty, and pg_restore
brings the backup back.

${REVOKED_FILE}, in the server's folder, names the phones that were ever revoked. Leave it where it is, or name it with --revoked:
a phone that was revoked after the backup was made then stays so. If it is lost, such a phone has its rights again until
the organiser's phone that revoked it has been in touch. Leave ${ERASED_FILE} there too, or copy it there before the server starts:
whoever was erased after the backup was made is then erased again before anything else.

The server then begins a new epoch: the phones offer again what they still hold, and with that heal what the backup does
not have. All invites that are older than the restore are void, since nobody can know which of them were used.`;

const WITHOUT_LIST = `There is no ${REVOKED_FILE} of the old folder: a phone that was revoked after the backup was made has its rights
again until the organiser's phone that revoked it has been in touch.`;

const FAILURES: Readonly<Record<CopyFailure['code'], string>> = {
  damaged: 'The file is damaged: try an older backup.',
  notOurs: 'The file is no backup of this program.',
  newer: 'The file was written by a newer version of the program: update this one first.',
};

const MISSING = `pg_restore, which brings back a PostgreSQL database, is not on this computer. On Debian: apt-get install -y postgresql-client
Its version must not be older than the one of pg_dump that made the file.`;

const asked = readCommand({ needs: ['from'], takes: ['revoked'] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await restore(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes.join('\n'));

type RestoreAsked = Omit<Asked<'from', 'revoked'>, 'words'>;

async function restore({ files, settings }: RestoreAsked): Promise<number> {
  const { folder, databaseUrl } = settings;
  const list = revokedFile(settings);
  const wrong = whatIsWrong({ files, settings });
  if (wrong !== undefined) return refuse(wrong);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const trouble =
    databaseUrl === null
      ? await putBack(files.from, databaseFile(settings))
      : await putBackDump(files.from, databaseUrl);
  if (trouble !== undefined) return refuse(trouble);
  if (files.revoked !== undefined) copyFileSync(files.revoked, list, constants.COPYFILE_EXCL);
  const place = databaseUrl === null ? folder : 'the database of DATABASE_URL';
  console.log(`The backup is in place in ${place}. Start the server: the phones bring what the backup does not have.`);
  if (!existsSync(list)) console.log(WITHOUT_LIST);
  return 0;
}

function whatIsWrong({ files, settings }: RestoreAsked): string | undefined {
  const { from: file, revoked: other } = files;
  const { databaseUrl, folder } = settings;
  const list = revokedFile(settings);
  if (!existsSync(file)) return `There is no file ${file}.`;
  if (other !== undefined && !existsSync(other)) return `There is no file ${other}.`;
  if (other !== undefined && existsSync(list)) return `${list} is there already: leave --revoked out.`;
  const isInTheWay =
    existsSync(folder) && readdirSync(folder).some((name) => name !== REVOKED_FILE && name !== ERASED_FILE);
  return databaseUrl === null && isInTheWay
    ? `${folder} is not empty, and nothing in it was touched. Move it to another place first, all but ${REVOKED_FILE} and ${ERASED_FILE}.`
    : undefined;
}

/** What was wrong; undefined when the backup is in place. */
async function putBack(file: string, database: string): Promise<string | undefined> {
  const part = `${database}.part`;
  const copied = copyBackup(file, part);
  if (!copied.ok) return FAILURES[copied.error.code];
  await beginAnew(sqliteStorage(part));
  putInPlace(part, database);
  return undefined;
}

async function putBackDump(file: string, url: string): Promise<string | undefined> {
  if (!(await isEmptyDatabase(url))) return 'The database of DATABASE_URL is not empty, and nothing in it was touched.';
  const restored = await restoreDump(file, url);
  if (!restored.ok)
    return restored.error.code === 'missing' ? MISSING : `pg_restore failed. It says:\n${restored.error.said}`;
  await beginAnew(await postgresStorage(url));
  return undefined;
}

async function beginAnew(storage: Storage): Promise<void> {
  await beginNewLife(storage, { sha256, random: nodeRandom }, Date.now());
  await storage.close();
}

function refuse(what: string): number {
  console.error(`Nothing was restored.\n${what}`);
  return 1;
}
