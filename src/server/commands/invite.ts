import '../require-node-26.ts';
import { type Asked, readCommand } from './arguments.ts';
import { inviteInto, openEngine } from './open-engine.ts';

const HELP = `npm run invite -- [--branch ID] [--role organiser|coordinator]

Prints a link by which one more organiser enrols, once, within a week, without being confirmed by another: for the day on
which all organisers' phones are lost. The server may go on serving. An earlier link of this kind that nobody used is void.

--branch names the branch of a server that has several (npm run branch lists them); otherwise it is the first one.
A coordinator sees what is planned, delivered and missing in all branches, and nobody's name.

PUBLIC_URL, DATA_DIR and DATABASE_URL must be those of the server.`;

const asked = readCommand({ needs: [], takes: [], words: ['branch', 'role'] }, process.argv.slice(2), process.env);
if (asked.ok) process.exitCode = await invite(asked.value);
else if (asked.error.code === 'help') console.log(HELP);
else process.exitCode = refuse(asked.error.mistakes);

async function invite({ words, settings }: Asked<never, never, 'branch' | 'role'>): Promise<number> {
  const { role = 'organiser' } = words;
  if (role !== 'organiser' && role !== 'coordinator') return refuse(['--role is organiser or coordinator.']);
  const engine = await openEngine(settings);
  if (!engine.ok) return refuse([engine.error]);
  const { branches, founding, close } = engine.value;
  const { branch: first } = await founding();
  const branch = (await branches()).find((one) => one.branch === (words.branch ?? first))?.branch;
  if (branch !== undefined) await inviteInto(engine.value, settings, { branch, role });
  await close();
  return branch === undefined ? refuse([`There is no branch ${words.branch ?? first}: npm run branch lists them.`]) : 0;
}

function refuse(mistakes: readonly string[]): number {
  console.error(['Nobody was invited.', ...mistakes].join('\n'));
  return 1;
}
