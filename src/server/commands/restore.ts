import '../require-node-26.ts';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { nodeRandom, sha256 } from '../auth/node-crypto.ts';
import { databaseFile } from '../config.ts';
import { copyBackup, type CopyFailure, putInPlace } from '../storage/sqlite/backup.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { beginNewLife } from '../sync/epoch.ts';
import { type Asked, readCommand } from './arguments.ts';

const HELP = `npm run restore -- --from FILE

Puts a backup in the place of a database that is lost. DATA_DIR must be empty or missing: nothing is ever replaced, so
move what is there to another place first.

The server then begins a new epoch: the phones offer again what they still hold, and with that heal what the backup does
not have. Invites that nobody had used are void, since nobody can know which of them were used later.`;

const asked = readCommand('from', process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await restore(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else {
  console.error(['Nothing was restored.', ...asked.error.mistakes].join('\n'));
  process.exitCode = 1;
}

async function restore({ file, settings }: Asked): Promise<number> {
  const { folder } = settings;
  const trouble = !existsSync(file)
    ? `There is no file ${file}.`
    : existsSync(folder) && readdirSync(folder).length > 0
      ? `${folder} is not empty, and nothing in it was touched. Move it to another place first.`
      : undefined;
  if (trouble !== undefined) {
    console.error(`Nothing was restored.\n${trouble}`);
    return 1;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = databaseFile(settings);
  const part = `${database}.part`;
  const copied = copyBackup(file, part);
  if (!copied.ok) {
    console.error(`Nothing was restored.\n${FAILURES[copied.error.code]}`);
    return 1;
  }
  const storage = sqliteStorage(part);
  await beginNewLife(storage, { sha256, random: nodeRandom }, Date.now());
  await storage.close();
  putInPlace(part, database);
  console.log(`The backup is in place in ${folder}. Start the server: the phones bring what the backup does not have.`);
  return 0;
}

const FAILURES: Readonly<Record<CopyFailure['code'], string>> = {
  damaged: 'The file is damaged: try an older backup.',
  notOurs: 'The file is no backup of this program.',
  newer: 'The file was written by a newer version of the program: update this one first.',
};
