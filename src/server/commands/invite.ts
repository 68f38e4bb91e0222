import '../require-node-26.ts';
import { existsSync } from 'node:fs';
import { createVerify, nodeRandom } from '../auth/node-crypto.ts';
import { type Config, databaseFile, readConfig } from '../config.ts';
import { createEngine } from '../engine.ts';
import { inviteLink, makeOperatorInvite, terminalQr } from '../operator-invite.ts';
import { postgresStorage } from '../storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';

const HELP = `npm run invite

Prints a link by which one more organiser enrols, once, within a week, without being confirmed by another: for the day on
which all organisers' phones are lost. The server may go on serving. An earlier link of this kind that nobody used is void.

PUBLIC_URL, DATA_DIR and DATABASE_URL must be those of the server.`;

const args = process.argv.slice(2);
const config = readConfig(process.env);
if (args.includes('--help')) console.log(HELP);
else if (args.length > 0) refuse(['The only option is --help.']);
else if (!config.ok) refuse(config.error);
else if (config.value.databaseUrl === null && !existsSync(databaseFile(config.value)))
  refuse([`There is no database at ${databaseFile(config.value)}. Is DATA_DIR the one of the server?`]);
else await invite(config.value);

async function invite(settings: Config): Promise<void> {
  const { databaseUrl, publicUrl, port } = settings;
  const storage = databaseUrl === null ? sqliteStorage(databaseFile(settings)) : await postgresStorage(databaseUrl);
  const ports = { clock: { now: () => Date.now() }, random: nodeRandom };
  const engine = await createEngine(storage, { ...ports, verify: createVerify() });
  const link = inviteLink(
    publicUrl ?? `http://localhost:${port}`,
    await makeOperatorInvite(engine, ports, 'organiser'),
  );
  await engine.close();
  console.log(`One organiser enrols here, once, within a week:\n${link}\n${terminalQr(link)}`);
}

function refuse(mistakes: readonly string[]): void {
  console.error(['Nobody was invited.', ...mistakes].join('\n'));
  process.exitCode = 1;
}
