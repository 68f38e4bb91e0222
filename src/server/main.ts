import './require-node-26.ts';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVerify, nodeRandom } from './auth/node-crypto.ts';
import { endOnBugs, endWithBug } from './crash.ts';
import { type Config, databaseFile, erasedFile, readConfig, revokedFile } from './config.ts';
import { fillDemoBranch } from './demo/demo-branch.ts';
import { createEngine, type Engine } from './engine.ts';
import { explainStart } from './explain-start.ts';
import { createApp } from './http/app.ts';
import type { Deps } from './http/deps.ts';
import { listen } from './listen.ts';
import { jsonLog, whereOf } from './log.ts';
import { nodeTimer } from './node-timer.ts';
import { inviteLink, makeOperatorInvite, terminalQr } from './operator-invite.ts';
import { startEngineThread } from './remote.ts';
import { erasedListFile } from './erased-list.ts';
import { revokedListFile } from './revoked-list.ts';
import { holdFolder } from './storage/sqlite/hold-folder.ts';
import { postgresStorage } from './storage/postgres/postgres-storage.ts';

const BUILT_APP = 'dist';
const TIDY_EVERY_MS = 6 * 60 * 60 * 1000;
const clock = { now: () => Date.now() };
const ports = { clock, random: nodeRandom };

endOnBugs();

// Whoever read what we say may be gone (a closed terminal, a restarted log): phones are served all the same.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

const isDemo = process.argv.includes('--demo');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--demo');
const config = readConfig(process.env);
if (unknown.length > 0) refuse('nothing was touched', [`The server knows --demo, and not ${unknown.join(' ')}.`]);
else if (!config.ok) refuse('nothing was touched', config.error);
else {
  const settings = isDemo ? demoConfig(config.value) : config.value;
  await start(settings).catch((cause: unknown) => {
    const sentences = explainStart(cause, settings);
    if (sentences === undefined) return endWithBug(cause);
    refuse('no data was lost', sentences);
  });
}

function refuse(whatIsSafe: string, sentences: readonly string[]): void {
  console.error([`The server was not started, and ${whatIsSafe}.`, ...sentences].join('\n'));
  process.exitCode = 1;
}

async function start(settings: Config): Promise<void> {
  const engine = await openEngine(settings);
  const scheme = settings.publicUrl?.startsWith('https:') === true ? 'https' : 'http';
  const outside = { clock, timer: nodeTimer, random: nodeRandom, verify: createVerify(), log: jsonLog };
  const { metricsToken } = settings;
  const deps: Deps = { engine, ...outside, scheme, metricsToken, staticFolder: BUILT_APP };
  const server = await listen(createApp(deps), settings).catch(async (cause: unknown) => {
    await engine.close();
    throw cause;
  });
  stopOnSignal(async () => {
    await server.stop();
    await engine.close();
  });
  console.log(`Dastarkhan is on ${server.address}`);
  if (!existsSync(join(BUILT_APP, 'index.html'))) console.log('The app is not built: `npm start` builds it.');
  console.log(
    settings.publicUrl === null
      ? 'Only this computer can enrol: set PUBLIC_URL to the permanent https address of this server, and phones can too.'
      : `Phones can enrol at ${settings.publicUrl}`,
  );
  const origin = settings.publicUrl ?? server.address;
  if (isDemo) await showDemo(engine, origin);
  else if (!(await engine.hasOrganiser())) await inviteFirstOrganiser(engine, origin);
  await tidyRegularly(engine, settings.retentionDays);
}

/** The first signal ends in good order: answers under way are given, the database is closed. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stop();
    });
  }
}

/** At the start and every few hours: what phones and lists must no longer show goes, even if nobody asks. */
async function tidyRegularly(engine: Engine, personDays: number): Promise<void> {
  const tidyNow = async () => {
    try {
      const changedCount = await engine.tidy(clock.now(), personDays);
      if (changedCount > 0) jsonLog('tidied', { changedCount });
    } catch (cause) {
      // A database that is away for a moment is no reason to end: the next time comes.
      jsonLog('not tidied', { where: whereOf(cause) });
    }
  };
  await tidyNow();
  setInterval(() => void tidyNow(), TIDY_EVERY_MS).unref();
}

/** PostgreSQL waits in processes of its own; the SQLite file has a thread, so that a request never waits for its disk. */
async function openEngine(settings: Config): Promise<Engine> {
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  accessSync(settings.folder, constants.W_OK);
  const [revoked, erased] = [revokedFile(settings), erasedFile(settings)];
  if (settings.databaseUrl !== null) {
    const storage = await postgresStorage(settings.databaseUrl);
    return createEngine(
      storage,
      { ...ports, verify: createVerify() },
      revokedListFile(revoked),
      erasedListFile(erased),
    );
  }
  holdFolder(settings.folder);
  return startEngineThread({ database: databaseFile(settings), revoked, erased }, endAfterLoss);
}

async function inviteFirstOrganiser(engine: Engine, origin: string): Promise<void> {
  const link = inviteLink(origin, await makeOperatorInvite(engine, ports, 'organiser'));
  console.log(
    `There is no organiser yet. The first one enrols here, once, within a week:\n${link}\n${terminalQr(link)}`,
  );
}

/** Without its memory a server can only refuse; whoever watches over it starts it again. */
function endAfterLoss(): void {
  jsonLog('engine lost', {});
  process.exit(1);
}

/** Nothing that is somebody's may be touched: a folder of its own, and no other database. */
function demoConfig(settings: Config): Config {
  const folder = mkdtempSync(join(tmpdir(), 'dastarkhan-demo-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { ...settings, folder, databaseUrl: null };
}

async function showDemo(engine: Engine, origin: string): Promise<void> {
  console.log('This is a demonstration: its people and places are invented, and all of it is gone when it ends.');
  console.log('One browser is one phone: open each link in a window of its own, private or of another profile.');
  for (const { role, name, secret } of await fillDemoBranch(engine, ports)) {
    if (role === 'sponsor') console.log(`The sponsor ${name} sees: ${origin}/sponsor#${secret}`);
    else console.log(`${role === 'organiser' ? 'An organiser' : `The driver ${name}`}: ${inviteLink(origin, secret)}`);
  }
}
