import '../require-node-26.ts';
import { FIRST_OFFSET_MINUTES } from '../found.ts';
import { parseBody } from '#domain/rows.ts';
import type { Asked } from './arguments.ts';
import { inviteInto, openEngine } from './open-engine.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run branch -- [--name "Zerendi district"] [--offset 300]

Opens one more branch on this server, and prints a link by which its first organiser enrols, once, within a week. What a
branch does - its people, places, runs and deliveries - no other branch sees. --offset is its clock, in minutes east of UTC.

Without --name it lists the branches and their ids, by which npm run invite -- --branch ID invites into one.

The server may go on serving. PUBLIC_URL, DATA_DIR and DATABASE_URL must be those of the server.`;

await runCommand({
  needs: [],
  takes: [],
  words: ['name', 'offset'],
  help: HELP,
  nothingDone: 'No branch was opened.',
  perform: branch,
});

async function branch({ words, settings }: Asked<never, never, 'name' | 'offset'>): Promise<readonly string[]> {
  const { name, offset = String(FIRST_OFFSET_MINUTES) } = words;
  const body = parseBody('branch', { name: name?.trim(), utcOffsetMinutes: Number(offset) });
  if (name !== undefined && (body === undefined || body.name === ''))
    return ['--name is what the branch is called, and --offset a whole number such as 300.'];
  const engine = await openEngine(settings);
  if (!engine.ok) return [engine.error];
  const { openBranch, branches, close } = engine.value;
  try {
    const all = await branches();
    if (body === undefined) {
      for (const one of all) console.log(`${one.branch}  ${one.name === '' ? '(no name yet)' : one.name}`);
      return [];
    }
    if (all.some((one) => one.name === body.name)) return [`There is a branch ${body.name} already.`];
    const opened = await openBranch(body, Date.now());
    console.log(`The branch ${body.name} is open: ${opened}`);
    await inviteInto(engine.value, settings, { branch: opened, role: 'organiser' });
    return [];
  } finally {
    await close();
  }
}
