import { ok, type Result } from '#lib/result.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Patch } from '#domain/rows.ts';
import type { PhoneDatabase } from './database.ts';
import type { Identity } from './identity.ts';
import { type PersistAnswer, readMeta, writeMeta } from './meta.ts';
import type { Guess, Saved } from './mutate.ts';
import { openDatabase, type OpenFailure, reopen } from './open-database.ts';
import type { StorePorts } from './ports.ts';
import { save, type SaveFailure } from './save.ts';

/** Who opened this app before: nobody, nobody that the browser remembers, somebody who has begun, a member. */
export type Beginning = 'new' | 'cleared' | 'enrolled';

/** The phone's memory. */
export type PhoneStore = {
  /** For queries and the store's own files only. */
  readonly database: PhoneDatabase;
  readonly ports: StorePorts;
  readonly beginning: () => Promise<Beginning>;
  /** Null before enrolment. */
  readonly identity: () => Promise<Identity | null>;
  /** `tap` names the person's tap: tried again with the same name, it gives the mutation that was saved. */
  readonly mutate: (mutation: Mutation, tap: string) => Promise<Result<Saved, SaveFailure>>;
  /** Tells what each save of this window has written, once it is committed; gives what ends the telling. */
  readonly onSaved: (listen: (patches: readonly Patch[]) => void) => () => void;
  /** Asks the browser to keep this storage, and remembers the answer; null where browsers cannot be asked. */
  readonly askPersist: () => Promise<PersistAnswer | null>;
  readonly persistAnswer: () => Promise<PersistAnswer | null>;
  /** Bytes; null where the browser does not tell. */
  readonly spaceUsed: () => Promise<number | null>;
  /** Somebody has seen why this mutation was refused. */
  readonly dismiss: (number: number) => Promise<void>;
  /** Opens the memory again after its connection was lost; false when that does not help, and the app must be reloaded. */
  readonly revive: () => Promise<boolean>;
  /** Lets go of the memory; what is under way ends first. For a worker, which comes and goes. */
  readonly close: () => void;
  /** Forgets everything, unsent work too. Ask first. */
  readonly erase: () => Promise<void>;
};

/** Opens the phone's memory. One instance for each window. */
export async function openPhoneStore(ports: StorePorts): Promise<Result<PhoneStore, OpenFailure>> {
  const opened = await openDatabase(ports.name, ports.timer);
  return opened.ok ? ok(phoneStore(opened.value, ports)) : opened;
}

function phoneStore(database: PhoneDatabase, ports: StorePorts): PhoneStore {
  let guess: Guess | null = null;
  const listeners = new Set<(patches: readonly Patch[]) => void>();
  let reviving: Promise<boolean> | undefined;
  return {
    database,
    ports,
    beginning: async () => {
      if ((await readMeta(database, 'identity')) !== undefined) return 'enrolled';
      return (await ports.marker.isSet()) ? 'cleared' : 'new';
    },
    identity: async () => (await readMeta(database, 'identity')) ?? null,
    mutate: async (mutation, tap) => {
      const isFirst = guess === null;
      const saved = await save(database, mutation, tap, guess, ports);
      guess = saved.ok ? saved.value.guess : null;
      if (!saved.ok) return saved;
      // The first record of a window asks for persistence, unless the answer is known: enrolment may have passed it by.
      if (isFirst) void askPersistOnce(database, ports);
      for (const listen of listeners) listen(saved.value.patches);
      return ok(saved.value.saved);
    },
    onSaved: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    askPersist: () => askPersist(database, ports),
    persistAnswer: async () => (await readMeta(database, 'persist')) ?? null,
    spaceUsed: () => ports.disk.usedBytes(),
    dismiss: async (number) => {
      await database.exceptions.update(number, { isSeen: true });
    },
    revive: () => {
      // Everybody who has met the lost connection waits for the same opening.
      reviving ??= reopen(database, ports.timer).then(({ ok: isOpen }) => {
        reviving = undefined;
        return isOpen;
      });
      return reviving;
    },
    close: () => database.close(),
    erase: async () => {
      // The marker first: what was erased on purpose must not be taken for what the browser has cleared.
      await ports.marker.remove();
      await database.delete();
    },
  };
}

async function askPersist(database: PhoneDatabase, ports: StorePorts): Promise<PersistAnswer | null> {
  const isKept = await ports.disk.persist();
  if (isKept === null) return null;
  const answer = { isKept, askedAt: ports.clock.now() };
  await writeMeta(database, 'persist', answer);
  return answer;
}

async function askPersistOnce(database: PhoneDatabase, ports: StorePorts): Promise<void> {
  try {
    if ((await readMeta(database, 'persist')) === undefined) await askPersist(database, ports);
  } catch {
    // Nobody waits for this; a storage that has just gone is told by whoever needs it next.
  }
}
