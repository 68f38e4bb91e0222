import '../require-node-26.ts';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage, languages } from '#i18n/language.ts';
import { exportBranch } from '../export/export-branch.ts';
import { fileWriter } from '../export/write-files.ts';
import type { Asked } from './arguments.ts';
import { openSurveys } from './open-storage.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run export -- --into FOLDER [--language kk|ru|en]

Takes everything of all branches out as files, while the server goes on serving: a folder for each branch, in it
  rows/   each kind of record as JSON, one record in each line, for other programs
  lists/  the lists that organisers can take out, as CSV for spreadsheets in that language (Russian unless it is given),
          and the places for a map. No cell runs as a formula.

All of a branch is as it stood at one moment. The folder is made, and must not be there. It holds names and telephones: keep
it where only the operator can read it. What is not in it: keys of phones, invites and sponsors' links, the list of phones
and when they were heard. DATA_DIR or DATABASE_URL must be those of the server.`;

await runCommand({
  needs: ['into'],
  takes: [],
  folders: ['into'],
  words: ['language'],
  help: HELP,
  nothingDone: 'Nothing was exported.',
  perform: exportAll,
});

async function exportAll({
  files: { into },
  words: { language = 'ru' },
  settings,
}: Asked<'into', never, 'language'>): Promise<readonly string[]> {
  if (!isLanguage(language)) return [`--language is one of ${languages.join(', ')}.`];
  if (existsSync(into)) return [`${into} is there already, and is not replaced.`];
  const surveys = await openSurveys(settings);
  if (!surveys.ok) return [surveys.error];
  const part = `${into}.part`;
  rmSync(part, { recursive: true, force: true });
  let count = 0;
  try {
    for (const branch of await surveys.value.branches()) {
      const write = fileWriter(join(part, branch));
      count += await surveys.value.survey(branch, (survey) => exportBranch(survey, language, write));
    }
    renameSync(part, into);
  } finally {
    await surveys.value.close();
    rmSync(part, { recursive: true, force: true });
  }
  console.log(`${count} records are in ${into}.`);
  return [];
}
