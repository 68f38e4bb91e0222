import { assert } from '#lib/assert.ts';
import type { Random } from '#lib/ports.ts';
import type { Mutation } from '#domain/mutators.ts';
import { nearestInstant, type DeviceId } from '#domain/scalars.ts';
import { type PhoneDatabase, phoneDatabase } from '#store/database.ts';
import type { StorePorts } from '#store/ports.ts';
import type { Chance } from '#test/support/seeded.ts';

import type { Agenda } from './agenda.ts';
import { watchDisk } from './disk-faults.ts';
import { phoneLocks, type PhoneLocks } from './lock.ts';
import type { Glance } from './glance.ts';
import type { Story } from './story.ts';
import { openTab, type Tab } from './tab.ts';
import type { Wire } from './wire.ts';

/** One phone with up to two windows, and what its person was told. */
export type Phone = {
  readonly name: string;
  readonly database: string;
  /** The world's own eye on the phone's memory, which no fault touches. */
  readonly eye: PhoneDatabase;
  readonly tabs: Tab[];
  /** Mutations that were shown as saved: their entries, by number. */
  readonly saved: Map<number, { readonly text: string; readonly name: string }>;
  /** Taps of which nobody said whether they were saved: the person tries again. */
  readonly unsure: { readonly tap: string; readonly mutation: Mutation }[];
  /** An invite that was handed to this person and not used yet. */
  invitation: string | null;
  isOffline: boolean;
  isFull: boolean;
  clockOffMs: number;
  device: DeviceId | null;
  /** What the world saw here last. */
  glance: Glance | null;
  roundCount: number;
  /** Something happened in one of its windows since the world looked last. */
  isTouched: boolean;
  isMarked: boolean;
  tapCount: number;
  /** Refused plans that this person has read of and put away, and those that they tried to. */
  readonly decided: Set<number>;
  readonly triedToDecide: Set<number>;
  readonly openTab: () => Promise<Tab>;
};

export type PhonePorts = {
  readonly agenda: Agenda;
  readonly story: Story;
  readonly wire: Wire;
  readonly random: Random;
  readonly chance: Chance;
};

/** Phones of this process, so that no two share a database. */
let made = 0;

export async function newPhone(name: string, ports: PhonePorts): Promise<Phone> {
  made += 1;
  const database = `simulated-${made}`;
  const eye = phoneDatabase(database);
  await eye.open();
  const tabs: Tab[] = [];
  const locks = phoneLocks(ports.agenda, ports.chance.isOneIn(3) ? 'noLocks' : 'locks');
  const phone: Phone = {
    name,
    database,
    eye,
    tabs,
    saved: new Map(),
    unsure: [],
    invitation: null,
    isOffline: false,
    isFull: false,
    clockOffMs: 0,
    device: null,
    glance: null,
    roundCount: 0,
    isTouched: false,
    isMarked: false,
    tapCount: 0,
    decided: new Set(),
    triedToDecide: new Set(),
    openTab: () => openOn(phone, locks, ports),
  };
  watchDisk(database, tabs);
  return phone;
}

async function openOn(phone: Phone, locks: PhoneLocks, { agenda, story, wire, random }: PhonePorts): Promise<Tab> {
  const number = phone.tabs.some((tab) => !tab.isDead() && tab.name.endsWith('1')) ? 2 : 1;
  story.tell(`${phone.name} ${number}`, 'is opened');
  const opened = await openTab({
    name: `${phone.name} ${number}`,
    database: phone.database,
    agenda,
    story,
    random,
    locks,
    clock: { now: () => nearestInstant(agenda.now() + phone.clockOffMs) },
    marker: markerOf(phone),
    fetchOf: (tab) => {
      const onRequest = (path: string) => {
        if (path === '/api/sync') phone.roundCount += 1;
      };
      return wire.fetchOf({ tab, isCut: () => phone.isOffline, onRequest });
    },
    isDiskFull: () => phone.isFull,
    isCoordinators: () => phone.glance?.identity.role === 'coordinator',
    onRest: () => {
      phone.isTouched = true;
    },
    onOpen: (tab) => {
      for (const dead of phone.tabs.filter((one) => one.isDead())) phone.tabs.splice(phone.tabs.indexOf(dead), 1);
      phone.tabs.push(tab);
    },
  });
  assert(phone.tabs.length <= 2, 'a phone has two windows at most');
  return opened;
}

function markerOf(phone: Phone): StorePorts['marker'] {
  const mark = async (isMarked: boolean) => {
    phone.isMarked = isMarked;
  };
  return { isSet: async () => phone.isMarked, set: () => mark(true), remove: () => mark(false) };
}

/** The windows that are there. */
export function openTabs(phone: Phone): readonly Tab[] {
  return phone.tabs.filter((tab) => !tab.isDead());
}

/** The system puts the phone to sleep: its windows are gone. */
export function closePhone(phone: Phone): void {
  for (const tab of openTabs(phone)) tab.die('closed');
}
