import '../require-node-26.ts';
import { existsSync } from 'node:fs';
import { createVerify, sha256 } from '../auth/node-crypto.ts';
import { type Config, databaseFile } from '../config.ts';
import { postgresSurveys } from '../storage/postgres/surveys.ts';
import { sqliteSurveys } from '../storage/sqlite/surveys.ts';
import type { Finding } from '../verify/findings.ts';
import { type Verified, verifyDatabase } from '../verify/verify.ts';
import { readCommand } from './arguments.ts';

const HELP = `npm run verify [-- --from FILE]

Looks at the whole database, while the server goes on serving, and changes nothing: whether the audit chain holds from the
first commit to the last, whether each phone's log is whole and under that phone's signatures, whether every row can be
read, and whether what each audience is told is what the rows say. With --from it looks at a backup instead.

Says what it looked at; what is wrong is named by its place in the database, never by a person's name. It ends with 0 when
all is well, and with 1 otherwise.

DATA_DIR or DATABASE_URL must be those of the server.`;

const WORDS: Readonly<Record<Finding['code'], string>> = {
  chainBroken: 'The audit chain does not follow from the commit before',
  historyElsewhere: 'The history does not end where the last commit does',
  entryMissing: 'An entry that was taken is not in the log',
  entryChanged: 'An entry is not the one that was taken',
  entryUnnamed: 'An entry is in the log that no commit took',
  outcomeChanged: 'What became of an entry is not what a commit decided',
  logBroken: 'A log does not follow from its entry before',
  forged: 'A signature is not the one of the phone',
  deviceElsewhere: 'A phone is not known to stand where its log ends',
  rowUnreadable: 'A row cannot be read as what it is',
  numberBeyond: 'A number is one that was never given out',
  feedLacks: 'An audience is not told of a row',
  feedDiffers: 'An audience is told what the row does not say',
};

const asked = readCommand({ needs: [], takes: ['from'] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await verify(asked.value.files.from, asked.value.settings);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes);

async function verify(backup: string | undefined, settings: Config): Promise<number> {
  const { databaseUrl } = settings;
  const file = backup ?? databaseFile(settings);
  const isFile = backup !== undefined || databaseUrl === null;
  if (isFile && !existsSync(file)) return refuse([`There is no file ${file}.`]);
  try {
    const surveys = isFile ? sqliteSurveys(file) : await postgresSurveys(databaseUrl);
    const verified = await verifyDatabase(surveys, { sha256, verify: createVerify() });
    await surveys.close();
    return report(verified);
  } catch (cause) {
    // What the database says of itself; nothing of what is in it.
    return refuse(['The database could not be read. It says:', cause instanceof Error ? cause.message : String(cause)]);
  }
}

function report({ findings, findingCount, erased, ...seen }: Verified): number {
  console.log(
    [
      `Looked at ${seen.commits} commits, ${seen.entries} entries under ${seen.signatures} signatures,`,
      `${seen.rows} rows, and ${seen.told} places of feeds.`,
    ].join(' '),
  );
  for (const stretch of erased) console.log(`Erased on purpose, with its numbers kept: ${stretch}`);
  if (findingCount === 0) console.log('All is well.');
  for (const { code, where } of findings) console.error(`${WORDS[code]}: ${where}`);
  if (findingCount > findings.length) console.error(`And ${findingCount - findings.length} more.`);
  if (findingCount > 0)
    console.error('Stop the server, keep this database as it is, and restore the last backup that is well (--from).');
  return findingCount === 0 ? 0 : 1;
}

function refuse(mistakes: readonly string[]): number {
  console.error(['Nothing was verified.', ...mistakes].join('\n'));
  return 1;
}
