import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from './free-port.ts';
import { quickFolder } from './quick-folder.ts';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where Debian puts each major version's programs. */
const DEBIAN_VERSIONS = '/usr/lib/postgresql';

const READY = 'database system is ready to accept connections';
const START_LIMIT_MS = 30_000;

/** Another program may take the free port before PostgreSQL does. */
const MOST_ATTEMPTS = 3;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  // The contract is about what transactions do, not about what survives a power cut: nothing here outlives the test.
  'fsync=off',
  'full_page_writes=off',
];

const execute = promisify(execFile);

/** The newest installed server. */
export function findPostgresPrograms(): PostgresPrograms | undefined {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : [];
  const newestFirst = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((name) => join(DEBIAN_VERSIONS, name, 'bin'));
  const folders = [...newestFirst, ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders
    .map((folder) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres));
}

export interface PostgresServer {
  readonly url: string;
  /** The process to end, and the folder that is to go with it. */
  readonly pid: number | undefined;
  readonly folder: string;
}

/** Starts a server that outlives its worker, if whoever began the run does not end it: see `postgres-of-run.ts`. */
export async function startPostgresServer(programs: PostgresPrograms): Promise<PostgresServer> {
  const person = unprivilegedPerson();
  const folder = await quickFolder('dastarkhan-postgres-');
  const password = randomBytes(12).toString('hex');
  const cluster = await createCluster({ programs, person, folder, password });
  const { child, port } = await startOnFreePort({
    programs,
    person,
    folder,
    cluster,
    attemptsLeft: MOST_ATTEMPTS,
  });
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, pid: child.pid, folder };
}

/** Whom the programs run as: PostgreSQL refuses root. */
type Person = { readonly uid: number; readonly gid: number } | undefined;

function unprivilegedPerson(): Person {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

interface Place {
  readonly programs: PostgresPrograms;
  readonly person: Person;
  readonly folder: string;
}

async function createCluster({
  programs,
  person,
  folder,
  password,
}: Place & { readonly password: string }): Promise<string> {
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (person !== undefined) {
    await chown(folder, person.uid, person.gid);
    await chown(passwordFile, person.uid, person.gid);
  }
  const words = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync'];
  await execute(programs.initdb, [...words, `--pwfile=${passwordFile}`, '-D', cluster], { cwd: folder, ...person });
  return cluster;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

async function startOnFreePort(
  place: Place & { readonly cluster: string; readonly attemptsLeft: number },
): Promise<Running> {
  const { programs, person, folder, cluster, attemptsLeft } = place;
  const port = await freePort();
  const settings = [...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const child = spawn(programs.postgres, ['-D', cluster, ...settings], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...person,
  });
  const outcome = await readiness(child);
  if (outcome === 'ready') return { child, port };
  if (attemptsLeft <= 1) throw new Error(`PostgreSQL did not start. It said:\n${outcome.said}`);
  return startOnFreePort({ ...place, attemptsLeft: attemptsLeft - 1 });
}

function readiness(child: ChildProcess): Promise<'ready' | { readonly said: string }> {
  return new Promise((resolve) => {
    let said = '';
    const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    const end = (outcome: 'ready' | { readonly said: string }) => {
      clearTimeout(limit);
      resolve(outcome);
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      // Read on for as long as it lives, or a full pipe would stop it; keep only what explains a failed start.
      if (said.includes(READY)) return;
      said += chunk.toString();
      if (said.includes(READY)) end('ready');
    });
    child.once('error', (error) => end({ said: String(error) }));
    child.once('exit', () => end({ said }));
  });
}
