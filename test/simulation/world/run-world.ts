import { assert } from '#lib/assert.ts';
import type { Random } from '#lib/ports.ts';
import type { Storage } from '#server/storage/port.ts';
import { type Chance, seededChance } from '#test/support/seeded.ts';
import { NOON } from '#test/support/test-branch.ts';

import { newAgenda } from './agenda.ts';
import { firstGuests } from './branches.ts';
import { liveThrough } from './days.ts';
import { inSight } from './disk.ts';
import { unwatchDisks } from './disk-faults.ts';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.ts';
import { expectHealed, heal } from './heal.ts';
import { pace } from './pace.ts';
import { enter, press, tapOf } from './people.ts';
import { newPhone, type Phone } from './phone.ts';
import { lookInto } from './phone-rules.ts';
import { installSeededCrypto } from './seeded-crypto.ts';
import { startServer } from './server.ts';
import { linkOf, newSponsors } from './sponsors.ts';
import { newStory, type StorySum } from './story.ts';
import { newWire } from './wire.ts';
import type { World } from './world.ts';

export type Telling = {
  readonly seed: number;
  /** Hears each line of the story. */
  readonly listen?: (line: string) => void;
  /** What is wrong with the server's program in this world. */
  readonly spoil?: (storage: Storage) => Storage;
};

const TURNS = 28;
/** Who gives, what they promised, and whose food the runs carry. */
const GIVING = [
  'sponsorCreate',
  'sponsorCreate',
  'pledgeMake',
  'pledgeMake',
  'runLoad',
  'runLoad',
  'needRelease',
] as const;

/** Lives through one seed: set up, trouble, healing. Throws when a rule is broken. */
export async function runWorld(telling: Telling): Promise<StorySum> {
  const world = await newWorld(telling);
  try {
    await setUp(world, telling.seed);
    const chosen = FAULT_KINDS.filter(() => world.chance.isOneIn(2));
    for (const kind of chosen) world.faults.add(kind);
    await liveThrough(world, TURNS);
    await heal(world);
    await expectHealed(world);
    await world.sponsors.readAll();
    world.story.check();
    return world.story.sum();
  } finally {
    for (const phone of world.phones) phone.eye.close();
    unwatchDisks();
  }
}

async function newWorld({ seed, listen, spoil = (storage) => storage }: Telling): Promise<World> {
  const chance = seededChance(seed);
  const random = seededRandom(seededChance(seed ^ 0x5eed));
  installSeededCrypto(random);
  // Databases of worlds that have ended are of no use to anybody.
  globalThis.indexedDB = new IDBFactory();
  Object.assign(pace, { pageRows: 8 + chance.below(60), firstBatchBytes: 200 + chance.below(2_000) });
  const phones: Phone[] = [];
  const look = async () => {
    for (const phone of phones) {
      if (!phone.isTouched) continue;
      phone.isTouched = false;
      await lookInto(phone, server.ledger(), story);
    }
    story.check();
  };
  const agenda = newAgenda(NOON, look);
  const story = newStory(seed, agenda, listen);
  const faults = new Set<FaultKind>();
  const server = await startServer({ agenda, story, random, spoil });
  const wire = newWire({ agenda, story, chance, server, mayHappen: (kind) => faults.has(kind) });
  const addPhone = async (name: string) => {
    const phone = await newPhone(name, { agenda, story, wire, random, chance });
    phones.push(phone);
    return phone;
  };
  return {
    agenda,
    story,
    chance,
    server,
    phones,
    backups: [],
    sponsors: newSponsors(seed, server, story),
    faults,
    addPhone,
    underWayCount: wire.underWayCount,
    look,
  };
}

function seededRandom(chance: Chance): Random {
  return { bytes: (count) => Uint8Array.from({ length: count }, () => chance.below(256)) };
}

/** Whoever is there from the beginning enters, and a first day is planned. */
async function setUp(world: World, seed: number): Promise<void> {
  const { server, agenda, story, chance } = world;
  for (const { name, role, branch } of await firstGuests(seed, world)) {
    const phone = await world.addPhone(name);
    phone.invitation = await server.invite(role, branch ?? undefined);
    const tab = await phone.openTab();
    await tab.hide();
    await enter(phone, tab, story);
    while (await agenda.next());
    assert(phone.device !== null, 'whoever is invited enters');
  }
  const [organiser] = world.phones;
  const [tab] = organiser?.tabs ?? [];
  assert(organiser !== undefined && tab !== undefined, 'the organiser is there');
  for (const name of [
    'itemCreate',
    'kitchenCreate',
    'mealWindowCreate',
    'vehicleCreate',
    'checkpointCreate',
    'checkpointCreate',
    'runPlan',
    'runPlan',
    ...GIVING,
  ] as const) {
    const mutation = await tapOf(organiser, name, chance);
    if (mutation !== undefined) await press(organiser, tab, mutation, story);
    await world.look();
  }
  const givers = (await inSight(organiser)).filter((row) => row.kind === 'sponsor');
  for (const [index, id] of world.sponsors.links.entries()) {
    const sponsor = givers[index % givers.length]?.id;
    if (sponsor === undefined) continue;
    await press(organiser, tab, { name: 'sponsorLinkCreate', args: linkOf(id, sponsor) }, story);
    await world.look();
  }
  await tab.poke(() => tab.engine().syncNow());
  while (await agenda.next());
}
