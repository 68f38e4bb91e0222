import '../require-node-26.ts';
import { FIRST_OFFSET_MINUTES } from '../found.ts';
import { parseBody } from '#domain/rows.ts';
import { type Asked, readCommand } from './arguments.ts';
import { inviteInto, openEngine } from './open-engine.ts';

const HELP = `npm run branch -- [--name "Zerendi district"] [--offset 300]

Opens one more branch on this server, and prints a link by which its first organiser enrols, once, within a week. What a
branch does - its people, places, runs and deliveries - no other branch sees. --offset is its clock, in minutes east of UTC.

Without --name it lists the branches and their ids, by which npm run invite -- --branch ID invites into one.

The server may go on serving. PUBLIC_URL, DATA_DIR and DATABASE_URL must be those of the server.`;

const asked = readCommand({ needs: [], takes: [], words: ['name', 'offset'] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await branch(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes);

async function branch({ words, settings }: Asked<never, never, 'name' | 'offset'>): Promise<number> {
  const { name, offset = String(FIRST_OFFSET_MINUTES) } = words;
  const body = parseBody('branch', { name: name?.trim(), utcOffsetMinutes: Number(offset) });
  if (name !== undefined && (body === undefined || body.name === ''))
    return refuse(['--name is what the branch is called, and --offset a whole number such as 300.']);
  const engine = await openEngine(settings);
  if (!engine.ok) return refuse([engine.error]);
  const { openBranch, branches, close } = engine.value;
  if (body === undefined) {
    for (const one of await branches()) console.log(`${one.branch}  ${one.name === '' ? '(no name yet)' : one.name}`);
  } else if ((await branches()).some((one) => one.name === body.name)) {
    await close();
    return refuse([`There is a branch ${body.name} already.`]);
  } else {
    const opened = await openBranch(body, Date.now());
    console.log(`The branch ${body.name} is open: ${opened}`);
    await inviteInto(engine.value, settings, { branch: opened, role: 'organiser' });
  }
  await close();
  return 0;
}

function refuse(mistakes: readonly string[]): number {
  console.error(['No branch was opened.', ...mistakes].join('\n'));
  return 1;
}
