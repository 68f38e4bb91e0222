import '../require-node-26.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { csvText } from '#domain/export/csv-text.ts';
import { isDay } from '#domain/scalars.ts';
import { OWN, reportBys, type ReportQuestion } from '#domain/views/supply-report.ts';
import { type BranchReport, reportOf } from '../report/report.ts';
import { type Asked, readCommand } from './arguments.ts';
import { openStorage } from './open-storage.ts';

const HELP = `npm run report -- --since 2026-11-01 --until 2026-11-30 [--by sponsor] [--into FILE]

What became of everything that was given, in all branches, as a table that spreadsheets open (CSV): promised, loaded,
delivered, left over. --by says what stands in front: ${reportBys.join(', ')}; sponsor unless it is given. Corrections
are in it, withdrawn deliveries are not. What no sponsor gave is the kitchen's own. No person is in it.

Without --into the table is printed. The server may go on serving. DATA_DIR or DATABASE_URL must be those of the server.`;

const HEADER = ['branch', 'by', 'item', 'unit', 'promised', 'loaded', 'delivered', 'left over', 'on the way'];
const KITCHENS_OWN = "kitchen's own";
const WHOLE = 1_000;

const asked = readCommand(
  { needs: [], takes: ['into'], words: ['since', 'until', 'by'] },
  process.argv.slice(2),
  process.env,
);
if (asked.ok) process.exitCode = await report(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes);

async function report({ files, words, settings }: Asked<never, 'into', 'since' | 'until' | 'by'>): Promise<number> {
  const question = questionOf(words);
  if (Array.isArray(question)) return refuse(question);
  const { into } = files;
  if (into !== undefined && existsSync(into)) return refuse([`${into} is there already, and is not replaced.`]);
  const storage = await openStorage(settings);
  if (!storage.ok) return refuse([storage.error]);
  const reports: BranchReport[] = [];
  for (const branch of await storage.value.branches()) reports.push(await reportOf(storage.value, branch, question));
  await storage.value.close();
  const text = csvText([HEADER, ...reports.flatMap(linesOf)], { separator: ',', decimalSign: '.' });
  if (into === undefined) console.log(text.trimEnd());
  else {
    writeFileSync(into, text, { flag: 'wx' });
    console.log(`The report is in ${into}.`);
  }
  return 0;
}

/** The question, or what is wrong with it. */
function questionOf({
  since,
  until,
  by = 'sponsor',
}: Asked<never, never, 'since' | 'until' | 'by'>['words']): ReportQuestion | string[] {
  const known = reportBys.find((one) => one === by);
  const mistakes = known === undefined ? [`--by is one of ${reportBys.join(', ')}.`] : [];
  if (since === undefined || !isDay(since)) mistakes.push('--since is the first day, such as 2026-11-01.');
  if (until === undefined || !isDay(until)) mistakes.push('--until is the last day, such as 2026-11-30.');
  if (known === undefined || since === undefined || !isDay(since) || until === undefined || !isDay(until))
    return mistakes;
  return { from: since, to: until, by: known, sponsor: null, item: null, district: null };
}

function linesOf({ branch, report: { lines }, sponsorNames, itemsById }: BranchReport) {
  return lines.map(({ group, item, promised, loaded, delivered, leftOver, onTheWay }) => [
    branch,
    group === OWN ? KITCHENS_OWN : (sponsorNames.get(group) ?? itemsById.get(group)?.name ?? group),
    itemsById.get(item)?.name ?? '',
    itemsById.get(item)?.unit ?? '',
    ...[promised, loaded, delivered, leftOver, onTheWay].map((count) => (count === null ? '' : count / WHOLE)),
  ]);
}

function refuse(mistakes: readonly string[]): number {
  console.error(['No report was made.', ...mistakes].join('\n'));
  return 1;
}
