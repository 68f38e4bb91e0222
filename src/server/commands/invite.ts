import '../require-node-26.ts';
import type { Asked } from './arguments.ts';
import { inviteInto, openEngine } from './open-engine.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run invite -- [--branch ID] [--role organiser|coordinator]

Prints a link by which one more organiser enrols, once, within a week, without being confirmed by another: for the day on
which all organisers' phones are lost. The server may go on serving. An earlier link of this kind that nobody used is void.

--branch names the branch of a server that has several (npm run branch lists them); otherwise it is the first one.
A coordinator sees what is planned, delivered and missing in all branches, and nobody's name.

PUBLIC_URL, DATA_DIR and DATABASE_URL must be those of the server.`;

await runCommand({
  needs: [],
  takes: [],
  words: ['branch', 'role'],
  help: HELP,
  nothingDone: 'Nobody was invited.',
  perform: invite,
});

async function invite({ words, settings }: Asked<never, never, 'branch' | 'role'>): Promise<readonly string[]> {
  const { role = 'organiser' } = words;
  if (role !== 'organiser' && role !== 'coordinator') return ['--role is organiser or coordinator.'];
  const engine = await openEngine(settings);
  if (!engine.ok) return [engine.error];
  const { branches, founding, close } = engine.value;
  try {
    const asked = words.branch ?? (await founding()).branch;
    const branch = (await branches()).find((one) => one.branch === asked)?.branch;
    if (branch === undefined) return [`There is no branch ${asked}: npm run branch lists them.`];
    await inviteInto(engine.value, settings, { branch, role });
    return [];
  } finally {
    await close();
  }
}
