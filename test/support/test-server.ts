import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { assert } from '#lib/assert.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId } from '#domain/scalars.ts';
import { createVerify, nodeRandom } from '#server/auth/node-crypto.ts';
import { createEngine, type Engine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import type { Deps } from '#server/http/deps.ts';
import type { LogFacts } from '#server/log.ts';
import { nodeTimer } from '#server/node-timer.ts';
import { makeOperatorInvite } from '#server/operator-invite.ts';
import { erasedListFile } from '#server/erased-list.ts';
import { revokedListFile } from '#server/revoked-list.ts';
import { openSqlite } from '#server/storage/sqlite/open-sqlite.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { quickFolder } from './quick-folder.ts';
import { testPhone, type TestPhone } from './test-phone.ts';

export const NOON = Date.UTC(2026, 0, 15, 12);

export type TestClock = { readonly now: () => number; readonly move: (ms: number) => void };

/** The server itself, without a socket: its engine over SQLite, its app, a clock that the test moves. */
export type TestServer = {
  readonly clock: TestClock;
  readonly logged: (LogFacts & { readonly event: string })[];
  readonly engine: () => Engine;
  readonly app: () => Hono;
  /** One more branch, of this name. */
  readonly openBranch: (name: string) => Promise<BranchId>;
  /** Into the first branch unless another is named. */
  readonly invite: (role: EnrolledRole, into?: BranchId) => Promise<string>;
  /** A phone that has never been here. */
  readonly phone: () => TestPhone;
  /** A phone enrolled by the operator's invite, with everything pulled. */
  readonly enrolled: (role: EnrolledRole, name?: string, into?: BranchId) => Promise<TestPhone>;
  readonly file: string;
  /** Ends the engine, lets somebody at the file, and goes on. */
  readonly restart: (between?: () => Promise<void> | void) => Promise<void>;
  /** Copies the database as it stands. */
  readonly keepCopy: () => Promise<string>;
  /** Goes on with a copy, as after a restore of a backup. */
  readonly goBackTo: (copy: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts it on a database file of its own. */
export async function startTestServer(overrides: Partial<Deps> = {}): Promise<TestServer> {
  const folder = await quickFolder('dastarkhan-server-');
  const file = join(folder, 'dastarkhan.sqlite');
  const clock = testClock();
  const logged: (LogFacts & { readonly event: string })[] = [];
  empty ??= await emptyDatabase();
  await writeFile(file, empty);
  const open = async () => {
    const ports = { random: nodeRandom, clock, verify: createVerify() };
    const engine = await createEngine(
      sqliteStorage(file),
      ports,
      revokedListFile(join(folder, 'revoked.txt')),
      erasedListFile(join(folder, 'erased.txt')),
    );
    const log = (event: string, facts: LogFacts) => void logged.push({ event, ...facts });
    const outside = { clock, timer: nodeTimer, random: nodeRandom, verify: createVerify(), log };
    return { engine, app: createApp({ engine, ...outside, scheme: 'https', staticFolder: 'none', ...overrides }) };
  };
  let running = await open();
  let copies = 0;
  const restart = async (between: () => Promise<void> | void = () => {}) => {
    await running.engine.close();
    await between();
    running = await open();
  };
  const phone = () => testPhone(async (path, init) => running.app.request(path, init), clock);
  const invite = (role: EnrolledRole, into?: BranchId) =>
    makeOperatorInvite(running.engine, { clock, random: nodeRandom }, role, into);
  return {
    clock,
    logged,
    engine: () => running.engine,
    app: () => running.app,
    openBranch: (name) => running.engine.openBranch({ name, utcOffsetMinutes: 300 }, clock.now()),
    invite,
    phone,
    enrolled: async (role, name, into) => {
      const newcomer = phone();
      const enrolled = await newcomer.enrol(await invite(role, into), name);
      assert(enrolled.ok, 'an invited phone enrols');
      await newcomer.settle();
      return newcomer;
    },
    file,
    restart,
    keepCopy: async () => {
      copies += 1;
      const copy = join(folder, `copy-${copies}.sqlite`);
      await restart(() => copyFile(file, copy));
      return copy;
    },
    goBackTo: (copy) => restart(() => copyFile(copy, file)),
    stop: async () => {
      await running.engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Made once for all tests of a worker: making its tables is a third of a server's start. */
let empty: Uint8Array | undefined;

/** A database with all its tables and nothing in them. */
async function emptyDatabase(): Promise<Uint8Array> {
  const folder = await quickFolder('dastarkhan-empty-');
  const file = join(folder, 'dastarkhan.sqlite');
  openSqlite(file).close();
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}

function testClock(): TestClock {
  let now = NOON;
  return {
    now: () => now,
    move: (ms) => {
      now += ms;
    },
  };
}
