import type { EnrolledRole } from '#domain/people.ts';

import { actInBranches } from './branches.ts';
import { enter, invite, nextTap, press, tapOf } from './people.ts';
import { closePhone, openTabs, type Phone } from './phone.ts';
import { decide, isOrganiser, planTogether } from './planners.ts';
import type { Tab } from './tab.ts';
import { troubles } from './troubles.ts';
import type { World } from './world.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Nobody looks at a phone longer than this at once. */
const LOOK_MS = 20 * SECOND_MS;
/** After this long without anybody looking, a phone's system has closed every window. */
const SLEEP_MS = 20 * MINUTE_MS;
const MOST_TAPS = 3;
const MOST_PHONES = 5;
/** What an organiser does for sponsors, and what then becomes of the food that they gave. */
const GIVING = [
  ...(['runLoad', 'runLoad', 'pledgeMake', 'pledgeConfirm', 'needRelease'] as const),
  ...(['sponsorLinkRevoke', 'sponsorClose', 'runDepart', 'runDepart', 'runComplete', 'runComplete'] as const),
];

/** One thing after another happens, good and bad, with time between. */
export async function liveThrough(world: World, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await passTime(world);
    await happening(world)(world);
    await world.look();
    await world.sponsors.perhapsRead();
    await world.look();
  }
}

async function passTime({ agenda, chance, phones, server }: World): Promise<void> {
  const gapMs = gapOf(chance.below(100), chance.below);
  if (gapMs > SLEEP_MS) for (const phone of phones) closePhone(phone);
  await agenda.passUntil(agenda.now() + gapMs);
  if (gapMs > HOUR_MS) await server.tidy();
}

function gapOf(roll: number, below: (end: number) => number): number {
  if (roll < 60) return below(20 * SECOND_MS);
  if (roll < 85) return below(8 * MINUTE_MS);
  if (roll < 95) return SLEEP_MS + below(8 * HOUR_MS);
  return roll < 99 ? below(3 * DAY_MS) : 31 * DAY_MS;
}

type Happening = (world: World) => Promise<void>;

function happening({ chance }: World): Happening {
  const roll = chance.below(100);
  if (roll < 52) return attend;
  if (roll < 62) return planTogether;
  if (roll < 70) return close;
  if (roll < 74) return backUp;
  return roll < 79 ? welcome : trouble;
}

/** Somebody takes a phone out, does a few things and puts it away. */
async function attend(world: World): Promise<void> {
  const { phones, chance, agenda, story } = world;
  const phone = chance.oneOf(phones);
  if (phone === undefined) return;
  const tab = await someTab(phone, world);
  if (phone.invitation !== null) await enter(phone, tab, story);
  if (isOrganiser(phone) && chance.isOneIn(2)) await decide(world, phone, tab);
  if (phone.glance?.identity.role === 'coordinator') await actInBranches(world, phone, tab);
  const taps = chance.below(MOST_TAPS + 1);
  for (let tap = 0; tap < taps && !tab.isDead(); tap += 1) await tapOnce(world, phone, tab);
  if (taps > 0) await tab.poke(() => tab.engine().syncNow());
  agenda.after(chance.below(LOOK_MS), () => tab.hide());
}

/** A window that is there is looked at, or another one is opened. */
async function someTab(phone: Phone, { chance, look }: World): Promise<Tab> {
  const open = openTabs(phone);
  const isMore = open.length === 0 || (open.length === 1 && chance.isOneIn(3));
  const there = isMore ? undefined : chance.oneOf(open);
  await there?.show();
  const tab = there ?? (await phone.openTab());
  await look();
  return tab;
}

async function tapOnce(world: World, phone: Phone, tab: Tab): Promise<void> {
  const { chance, story } = world;
  const again = chance.isOneIn(2) ? phone.unsure.shift() : undefined;
  const isGiving = chance.isOneIn(6) && phone.glance?.identity.role === 'organiser';
  const next = () => (isGiving ? tapOf(phone, chance.oneOf(GIVING) ?? 'runLoad', chance) : nextTap(phone, chance));
  const mutation = again?.mutation ?? (await next());
  if (mutation !== undefined) await press(phone, tab, mutation, story, again?.tap);
  await world.look();
}

async function close({ phones, chance }: World): Promise<void> {
  chance.oneOf(phones.flatMap((phone) => openTabs(phone)))?.die('closed');
}

async function backUp({ server, backups, story }: World): Promise<void> {
  backups.push(server.backUp());
  story.tell('operator', 'makes a backup');
}

/** Somebody new is invited, or somebody known gets another phone. */
async function welcome(world: World): Promise<void> {
  const { phones, chance, agenda, story } = world;
  const host = phones.find(({ glance }) => glance?.identity.role === 'organiser' && !glance.identity.isWaiting);
  if (host === undefined || phones.length >= MOST_PHONES) return;
  if (openTabs(host).length === 0) await host.openTab();
  const role: EnrolledRole = chance.isOneIn(2) ? 'organiser' : 'driver';
  const same = chance.oneOf(phones.filter(({ glance }) => glance?.identity.role === role));
  const member = chance.isOneIn(3) ? (same?.glance?.identity.member ?? null) : null;
  const guest = await world.addPhone(`${role} ${phones.length + 1}`);
  await invite(host, guest, { role, member, expiresAt: agenda.now() + 20 * DAY_MS }, story);
}

async function trouble(world: World): Promise<void> {
  const possible = [...world.faults].flatMap((kind) => troubles[kind] ?? []);
  await world.chance.oneOf(possible)?.(world);
}
