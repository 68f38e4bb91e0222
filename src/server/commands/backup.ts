import '../require-node-26.ts';
import { chmodSync, existsSync } from 'node:fs';
import { databaseFile } from '../config.ts';
import { type CopyFailure, copyLiveDatabase, recordBackup } from '../storage/sqlite/backup.ts';
import { type Asked, readCommand } from './arguments.ts';

const HELP = `npm run backup -- --to FILE

Copies the server's database while the server goes on serving, and checks the copy. Then the phones are told how much of
their work is safe twice, and may forget it.

The list of revoked phones (revoked.txt beside the database) is not in the file, on purpose: it must be newer than a backup.

The file holds everything else, the server's secret key and people's names and telephones too. Keep it on another disk, where
only the operator can read it. DATA_DIR says which server is meant, as it does for the server itself.

Bring a backup back with: npm run restore -- --from FILE`;

const OWNER_ONLY = 0o600;

const FAILURES: Readonly<Record<CopyFailure['code'], string>> = {
  damaged: 'The database is damaged: stop the server, keep its folder as it is, and restore the last good backup.',
  notOurs: 'The database is not one of this program.',
  newer: 'The database was written by a newer version of the program: update this one first.',
};

const asked = readCommand({ needs: ['to'], takes: [] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = backUp(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else {
  console.error(['No backup was made.', ...asked.error.mistakes].join('\n'));
  process.exitCode = 1;
}

function backUp({ files, settings }: Asked<'to', never>): number {
  const file = files.to;
  const database = databaseFile(settings);
  const isElsewhere = settings.databaseUrl !== null;
  const trouble = isElsewhere
    ? 'With DATABASE_URL the data is in PostgreSQL: use pg_dump.'
    : !existsSync(database)
      ? `There is no database at ${database}. Is DATA_DIR the one that the server was started with?`
      : existsSync(file)
        ? `${file} is there already, and a backup never replaces another.`
        : undefined;
  if (trouble !== undefined) {
    console.error(`No backup was made.\n${trouble}`);
    return 1;
  }
  const copied = copyLiveDatabase(database, file);
  if (!copied.ok) {
    console.error(`No backup was made.\n${FAILURES[copied.error.code]}`);
    return 1;
  }
  chmodSync(file, OWNER_ONLY);
  const deviceCount = recordBackup(database, file);
  console.log(`The backup is in ${file}. ${deviceCount} devices will hear that their work until now is safe in it.`);
  return 0;
}
