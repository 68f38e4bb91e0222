import type { Hono } from 'hono';
import type { Random } from '#lib/ports.ts';
import { assert } from '#lib/assert.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId } from '#domain/scalars.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import { createEngine, type Engine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import { makeOperatorInvite } from '#server/operator-invite.ts';
import { type RevokedList, revokedListInMemory } from '#server/revoked-list.ts';
import type { Storage } from '#server/storage/port.ts';
import { beginNewLife } from '#server/sync/epoch.ts';
import { memorySurveys } from '#test/support/memory-surveys.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import { copyOfTables, emptyTables, memoryStorage, type MemoryTables } from '#test/support/memory-storage.ts';

import type { Agenda } from './agenda.ts';
import { copyOfLedgers, type Ledger, ledgerOf, type Ledgers, newLedgers } from './ledger.ts';
import { expectNoOtherBranch, expectSifted } from './branches-scope.ts';
import { expectInScope } from './scope.ts';
import { fallible, type Machine, type ServerFault } from './server-faults.ts';
import { verifySeal } from './seals.ts';
import type { Story } from './story.ts';
import { witnessed } from './witness.ts';

/** An answer as it goes over the wire. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type Backup = { readonly tables: MemoryTables; readonly ledgers: Ledgers };

/** The product's server over a memory that outlives it, and what the world wants to know of it. */
export type Server = {
  /** Null when there is no answer: it is down, or died over this request. */
  readonly request: (path: string, init: RequestInit) => Promise<Answer | null>;
  /** By the operator's hand, into the first branch unless another is named. */
  readonly invite: (role: EnrolledRole, into?: BranchId) => Promise<string>;
  readonly openBranch: (name: string) => Promise<BranchId>;
  readonly branches: () => readonly BranchId[];
  /** That of the first branch unless another is named. */
  readonly ledger: (branch?: BranchId) => Ledger;
  /** Happens at the next request that it can happen to. */
  readonly meet: (fault: ServerFault) => void;
  readonly backUp: () => Backup;
  readonly restore: (backup: Backup, how: 'told' | 'silent') => Promise<void>;
  readonly tidy: () => Promise<void>;
  /** What `npm run verify` finds wrong with what is stored. */
  readonly verify: () => Promise<readonly string[]>;
};

export type ServerPorts = {
  readonly agenda: Agenda;
  readonly story: Story;
  readonly random: Random;
  /** What is wrong with this server's program, when somebody wants to see whether that is found. */
  readonly spoil: (storage: Storage) => Storage;
};

/** Where all requests come from, as the server's HTTP library tells it. */
export const SOCKET = { incoming: { socket: { remoteAddress: '127.0.0.1', remoteFamily: 'IPv4', remotePort: 1 } } };
/** How long it takes until somebody has started it again. */
const DOWN_MS = 3 * 60_000;

export async function startServer(ports: ServerPorts): Promise<Server> {
  const { agenda, story, random } = ports;
  /** Lies beside the database, and is in no backup. */
  const revoked = revokedListInMemory();
  const machine: Machine = { fault: null, hasCrashed: false, hasFailed: false };
  let tables = emptyTables();
  let ledgers = newLedgers(story);
  const witness = () => witnessed(memoryStorage(tables), () => ledgers);
  const open = () => {
    Object.assign(machine, { fault: null, hasCrashed: false, hasFailed: false });
    return openProgram(ports, ports.spoil(fallible(witness(), machine, story)), machine, revoked);
  };
  let running = await open();
  const isDown = () => machine.hasCrashed;
  const request = async (path: string, init: RequestInit): Promise<Answer | null> => {
    if (isDown()) return null;
    machine.hasFailed = false;
    const answer = await answerOf(await running.app.request(path, init, SOCKET));
    if (isDown()) {
      agenda.after(DOWN_MS, async () => {
        story.tell('server', 'is up again');
        running = await open();
      });
      return null;
    }
    look(path, init, answer, ledgers, agenda.now());
    return answer;
  };
  return {
    request,
    invite: (role, into) => makeOperatorInvite(running.engine, { clock: agenda, random }, role, into),
    openBranch: (name) => running.engine.openBranch({ name, utcOffsetMinutes: 300 }, agenda.now()),
    branches: () => [...ledgers.ofBranches.keys()],
    ledger: (branch) => ledgerOf(ledgers, branch ?? firstOf(ledgers)),
    meet: (fault) => {
      machine.fault = fault;
    },
    backUp: () => {
      const backup = copyOf({ tables, ledgers });
      recordBackup(tables);
      return backup;
    },
    restore: async (backup, how) => {
      ({ tables, ledgers } = copyOf(backup));
      if (how === 'told') await beginNewLife(ports.spoil(witness()), { sha256, random }, agenda.now());
      running = await open();
    },
    tidy: async () => {
      const { fault } = machine;
      machine.fault = null;
      const changed = isDown() ? 0 : await running.engine.tidy(agenda.now());
      machine.fault = fault;
      if (changed > 0) story.tell('server', `forgets what is due: ${changed}`);
    },
    verify: async () => {
      const found = await verifyDatabase(memorySurveys(tables), { sha256, verify: verifySeal });
      return found.findings.map((finding) => JSON.stringify(finding));
    },
  };
}

/** The server's program, started over what is stored. */
async function openProgram(
  { agenda, story, random }: ServerPorts,
  storage: Storage,
  machine: Machine,
  revoked: RevokedList,
): Promise<{ readonly engine: Engine; readonly app: Hono }> {
  const outside = { clock: agenda, random, verify: verifySeal };
  const engine = await createEngine(storage, outside, revoked);
  const log = (event: string) => {
    if (event === 'fault' && !machine.hasFailed && !machine.hasCrashed) story.violate(0, 'the server failed by itself');
  };
  return {
    engine,
    app: createApp({ engine, ...outside, timer: agenda, log, scheme: 'https', staticFolder: 'none' }),
  };
}

function copyOf({ tables, ledgers }: Backup): Backup {
  return { tables: copyOfTables(tables), ledgers: copyOfLedgers(ledgers) };
}

function firstOf({ ofBranches }: Ledgers): BranchId {
  const [first] = ofBranches.keys();
  assert(first !== undefined, 'a server that has begun has a branch');
  return first;
}

/** What leaves is for whom it goes to. */
function look(path: string, init: RequestInit, { status, body }: Answer, ledgers: Ledgers, now: number): void {
  if (path !== '/api/branches') expectNoOtherBranch(body, init, ledgers);
  else if (status === 200) expectSifted(body, init, ledgers, now);
  if (status === 200 && path === '/api/sync') expectInScope(body, init, ledgers);
}

async function answerOf(response: Response): Promise<Answer> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** What `npm run backup` tells the phones: how far each log stands in the copy. */
function recordBackup(tables: MemoryTables): void {
  for (const [id, device] of tables.devices)
    tables.devices.set(id, { ...device, backedUpThrough: device.storedThrough });
}
