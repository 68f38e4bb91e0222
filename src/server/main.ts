import './require-node-26.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createVerify, nodeRandom } from './auth/node-crypto.ts';
import { boundedEngine } from './bounded-engine.ts';
import { type Config, readConfig } from './config.ts';
import { createEngine, type Engine } from './engine.ts';
import { createApp } from './http/app.ts';
import type { Deps } from './http/deps.ts';
import { listen } from './listen.ts';
import { jsonLog } from './log.ts';
import { inviteLink, makeOperatorInvite, terminalQr } from './operator-invite.ts';
import { startEngineThread } from './remote.ts';
import { postgresStorage } from './storage/postgres/postgres-storage.ts';

const TIDY_EVERY_MS = 6 * 60 * 60 * 1000;
const clock = { now: () => Date.now() };

const config = readConfig(process.env);
if (config.ok) await start(config.value);
else {
  console.error(['The server was not started, and nothing was touched.', ...config.error].join('\n'));
  process.exitCode = 1;
}

async function start(settings: Config): Promise<void> {
  const engine = await openEngine(settings);
  const scheme = settings.publicUrl?.startsWith('https:') === true ? 'https' : 'http';
  const deps: Deps = {
    engine,
    clock,
    random: nodeRandom,
    verify: createVerify(),
    log: jsonLog,
    scheme,
    staticFolder: 'dist',
  };
  const server = await listen(createApp(deps), settings);
  console.log(`Dastarkhan is on ${server.address}`);
  console.log(
    settings.publicUrl === null
      ? 'Only this computer can enrol: set PUBLIC_URL to the permanent https address of this server, and phones can too.'
      : `Phones can enrol at ${settings.publicUrl}`,
  );
  if (!(await engine.hasOrganiser())) await inviteFirstOrganiser(engine, settings.publicUrl ?? server.address);
  await tidyRegularly(engine);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => engine.close()));
  }
}

/** At the start and every few hours: what phones and lists must no longer show goes, even if nobody asks. */
async function tidyRegularly(engine: Engine): Promise<void> {
  const tidyNow = async () => {
    const changedCount = await engine.tidy(clock.now());
    if (changedCount > 0) jsonLog('tidied', { changedCount });
  };
  await tidyNow();
  setInterval(() => void tidyNow(), TIDY_EVERY_MS).unref();
}

/** PostgreSQL waits in processes of its own; the SQLite file has a thread, so that a request never waits for its disk. */
async function openEngine(settings: Config): Promise<Engine> {
  if (settings.databaseUrl !== null) {
    const storage = await postgresStorage(settings.databaseUrl);
    return boundedEngine(await createEngine(storage, { random: nodeRandom, clock, verify: createVerify() }));
  }
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  return boundedEngine(await startEngineThread(join(settings.folder, 'dastarkhan.sqlite')));
}

async function inviteFirstOrganiser(engine: Engine, origin: string): Promise<void> {
  const link = inviteLink(origin, await makeOperatorInvite(engine, { clock, random: nodeRandom }, 'organiser'));
  console.log(
    `There is no organiser yet. The first one enrols here, once, within a week:\n${link}\n${terminalQr(link)}`,
  );
}
