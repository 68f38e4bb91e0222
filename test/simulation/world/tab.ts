import { assert } from '#lib/assert.ts';
import type { Clock, Random, Timer } from '#lib/ports.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import type { StorePorts } from '#store/ports.ts';
import { storageFailureOf } from '#store/storage-failure.ts';
import { startSync, type SyncPorts } from '#sync/engine.ts';
import type { Fetch } from '#sync/post.ts';
import { readBranches } from '#sync/read-branches.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { signWith } from '#sync/web-crypto.ts';

import type { Agenda } from './agenda.ts';
import type { DiskUser } from './disk-faults.ts';
import type { FaultKind } from './fault-kinds.ts';
import type { PhoneLocks } from './lock.ts';
import { newRest, type Rest } from './rest.ts';
import type { Story } from './story.ts';

/**
 * One window of the app on one phone: the product's own store and engine. It runs only when it is poked, and a poke ends
 * when everything in the window has ended or waits for the world: so a seed always gives the same story.
 */
export type Tab = {
  readonly name: string;
  readonly store: PhoneStore;
  readonly disk: DiskUser['disk'];
  readonly ports: Pick<SyncPorts, 'network' | 'clock' | 'random' | 'lock'>;
  readonly engine: () => SyncEngine;
  readonly isDead: () => boolean;
  /** Work that is not the engine's is under way. */
  readonly isBusy: () => boolean;
  /** Somebody or something acts in this window; resolves when the window has come to rest. */
  readonly poke: (act: () => void) => Promise<void>;
  /** Work that is not the engine's: resolves at rest, which may be before the work is done. */
  readonly work: <T>(work: () => Promise<T>, onDone: (value: T) => void) => Promise<void>;
  /** What runs in this window waits for the world, until the function that it gives is called. */
  readonly block: () => () => void;
  /** Runs the product's work; what it throws, except about its storage, is a bug of the product. */
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
  readonly show: () => Promise<void>;
  readonly hide: () => Promise<void>;
  /** The window is gone, in the middle of whatever it did. */
  readonly die: (kind: FaultKind | 'closed') => void;
  readonly tellFault: (kind: FaultKind) => void;
};

export type TabPorts = {
  readonly name: string;
  readonly database: string;
  readonly agenda: Agenda;
  readonly story: Story;
  readonly clock: Clock;
  readonly random: Random;
  readonly marker: StorePorts['marker'];
  readonly locks: PhoneLocks;
  readonly fetchOf: (tab: () => Tab) => Fetch;
  readonly isDiskFull: () => boolean;
  readonly isCoordinators: () => boolean;
  readonly onRest: () => void;
  /** Hears of the window before anything runs in it. */
  readonly onOpen: (tab: Tab) => void;
};

type Told = Parameters<Parameters<NonNullable<SyncPorts['watch']>>[0]>[0];

/** Opens a window; its engine begins at once, as the app's does. */
export async function openTab(ports: TabPorts): Promise<Tab> {
  const { name, story, agenda, clock, marker } = ports;
  const engine: { is: SyncEngine | null } = { is: null };
  const rest = newRest(() => engine.is?.getState().type === 'syncing', ports.onRest);
  const timer: Timer = { after: (delayMs, callback) => agenda.after(delayMs, () => rest.poke(callback)) };
  const disk = { persist: async () => null, usedBytes: async () => null };
  const opened = await openPhoneStore({ name: ports.database, clock, timer, signWith, disk, marker });
  assert(opened.ok, 'a phone opens its memory');
  const own = (): Tab => tab;
  const network = { fetch: ports.fetchOf(own), timer };
  const syncPorts = { network, clock, random: ports.random, lock: ports.locks.lockOf(own) };
  let tell: (event: Told) => void = () => {};
  const tellFault = (kind: FaultKind) => {
    story.count(kind);
    story.tell(name, kind);
  };
  const tab: Tab = {
    ...rest,
    ...labour(rest, own, story),
    name,
    store: opened.value,
    disk: { fault: null, isWriting: false, isFull: ports.isDiskFull },
    ports: syncPorts,
    tellFault,
    engine: () => {
      assert(engine.is !== null, 'a window has its engine');
      return engine.is;
    },
    show: () => rest.poke(() => tell({ type: 'shown' })),
    hide: () => rest.poke(() => tell({ type: 'hidden' })),
    die: (kind) => {
      if (rest.isDead()) return;
      if (kind === 'closed') story.tell(name, 'is closed');
      else tellFault(kind);
      engine.is?.stop();
      shut(opened.value);
      rest.die();
      ports.locks.forgetDead();
    },
  };
  const watch: SyncPorts['watch'] = (hear) => {
    tell = hear;
    return () => {};
  };
  // As the app's own engine does, without a look at the disk in each round of whoever is none.
  const besides: SyncPorts['besides'] = async (store) =>
    ports.isCoordinators() ? readBranches(store, syncPorts) : { type: 'done', isMore: false };
  ports.onOpen(tab);
  await rest.poke(() => {
    engine.is = startSync(tab.store, { ...syncPorts, timer, watch, besides });
    engine.is.subscribe(rest.look);
  });
  return tab;
}

/** A window that is gone never opens anything again. */
function shut({ database }: PhoneStore): void {
  database.open = () => new Promise(() => {}) as ReturnType<typeof database.open>;
  database.close();
}

/** Runs the product's work; what it throws is a bug of the product, unless its storage is the reason. */
function labour(rest: Rest, tab: () => Tab, story: Story): Pick<Tab, 'work' | 'guarded'> {
  const fail = (error: unknown): void => {
    if (rest.isDead()) return;
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    story.violate(0, `${tab().name} met a bug: ${what}`);
    tab().die('closed');
  };
  return {
    work: async (work, onDone) => {
      await rest.poke(() => {
        const end = rest.run();
        work().then(
          (value) => {
            end();
            if (!rest.isDead()) onDone(value);
            rest.look();
          },
          (error: unknown) => fail(error),
        );
      });
      await breath();
    },
    guarded: async (work) => {
      try {
        return await work();
      } catch (error) {
        if (rest.isDead() || storageFailureOf(error) !== 'bug') throw error;
        fail(error);
        return new Promise(() => {});
      }
    },
  };
}

/** What the store does beside a save, without anybody waiting for it, is a few turns of the event loop long. */
async function breath(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
