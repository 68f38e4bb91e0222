import type { Mutation, MutationName } from '#domain/mutators.ts';
import type { BranchId } from '#domain/scalars.ts';
import { disagreement } from '#store/queries/disagreement.ts';
import { type Chance, seededChance } from '#test/support/seeded.ts';

import type { Ledger } from './ledger.ts';
import { press, tapOf } from './people.ts';
import { openTabs, type Phone } from './phone.ts';
import type { Story } from './story.ts';
import type { Tab } from './tab.ts';
import { unlessStorage } from './unless-storage.ts';
import type { World } from './world.ts';

/** What two organisers may say of the same thing at once. */
const PLANNING = [
  ...(['runAmend', 'runAmend', 'runAmend', 'stopsMove', 'stopsMove', 'stopsMove', 'vehicleAmend'] as const),
  ...(['requirementSet', 'dayRequirementSet', 'cancellationSet', 'availabilitySet', 'batchSet'] as const),
  'itemTraitsSet',
] satisfies readonly MutationName[];
/** So many draws choose what a mutation is about: those two share. */
const SHARED_DRAWS = 2;
const MOST_SAID = 2;

export function isOrganiser({ glance }: Phone): boolean {
  const identity = glance?.identity;
  return identity?.role === 'organiser' && !identity.isWaiting && !identity.isRevoked;
}

function branchOf(phone: Phone | undefined): BranchId | undefined {
  return phone?.glance?.identity.branch;
}

/** Two organisers plan the same thing with no network, and find it again in whatever order. */
export async function planTogether(world: World): Promise<void> {
  const { phones, chance } = world;
  const [first] = phones.filter(isOrganiser);
  const planners = phones.filter((phone) => isOrganiser(phone) && branchOf(phone) === branchOf(first)).slice(0, 2);
  if (planners.length < 2) return;
  if (chance.isOneIn(2)) planners.reverse();
  const before = planners.map(({ isOffline }) => isOffline);
  for (const phone of planners) phone.isOffline = true;
  const times = 1 + chance.below(MOST_SAID);
  for (let time = 0; time < times; time += 1) {
    const name = chance.oneOf(PLANNING) ?? 'runAmend';
    const seed = chance.below(1_000_000);
    for (const phone of planners) await say(world, phone, name, aboutTheSame(seed, chance));
  }
  for (const [index, phone] of planners.entries()) {
    phone.isOffline = before[index] === true;
    for (const tab of openTabs(phone)) await tab.poke(() => tab.engine().syncNow());
    await world.look();
  }
}

async function say(world: World, phone: Phone, name: MutationName, chance: Chance): Promise<void> {
  const [open] = openTabs(phone);
  const tab = open ?? (await phone.openTab());
  const mutation = await tapOf(phone, name, chance);
  if (mutation !== undefined) await press(phone, tab, mutation, world.story);
  await world.look();
}

/** The first draws come from the seed, the others are one's own. */
function aboutTheSame(seed: number, own: Chance): Chance {
  const shared = seededChance(seed);
  let drawn = 0;
  const below = (end: number): number => {
    drawn += 1;
    return (drawn <= SHARED_DRAWS ? shared : own).below(end);
  };
  return { below, isOneIn: (count) => below(count) === 0, oneOf: (list) => list[below(list.length)] };
}

/** Somebody reads that another organiser was first, and takes their own version or leaves the other. */
export async function decide(world: World, phone: Phone, tab: Tab): Promise<void> {
  const { chance, story } = world;
  const told = phone.glance?.exceptions.find((one) => one.code === 'changedMeanwhile' && !one.isSeen);
  if (told === undefined) return;
  const { number } = told;
  let takeMine: readonly Mutation[] = [];
  await tab.work(
    () => unlessStorage(disagreement(tab.store, number, 'en')),
    (found) => {
      takeMine = found?.takeMine ?? [];
      if (found === undefined) return;
      story.countDisagreement();
      story.tell(tab.name, `reads about ${number}: ${found === null ? 'nothing to choose' : found.theirs.type}`);
    },
  );
  if (chance.isOneIn(2)) for (const mutation of takeMine) if (!tab.isDead()) await press(phone, tab, mutation, story);
  if (tab.isDead()) return;
  phone.triedToDecide.add(number);
  await tab.work(
    () => unlessStorage(tab.store.dismiss(number).then(() => true)),
    (isSeen) => {
      if (isSeen === true) phone.decided.add(number);
    },
  );
  Object.assign(phone, { isTouched: true });
  await world.look();
}

/** What was decided is told no more, in no epoch, and what nobody has decided is told still (8). */
export function expectToldOnce(phone: Phone, story: Story): void {
  if (phone.glance === null) return;
  const told = phone.glance.exceptions.filter(
    ({ status, code }) => status === 'rejected' && code === 'changedMeanwhile',
  );
  const numbers = new Set(told.map(({ number }) => number));
  // A server that was restored may decide otherwise: what it says after that is news.
  for (const number of phone.decided) if (!numbers.has(number)) phone.decided.delete(number);
  for (const { number, isSeen } of told) {
    if (!isSeen && phone.decided.has(number)) story.violate(8, `${phone.name} tells of ${number} again`);
    if (isSeen && !phone.triedToDecide.has(number)) story.violate(8, `${phone.name} never told of ${number}`);
  }
}

/** Each plan that was refused because somebody else's stood there is known to its author (8). */
export function expectAllTold(phone: Phone, { log }: Ledger, story: Story): void {
  if (phone.glance === null) return;
  const { exceptions, numbers } = phone.glance;
  const codes = new Map(exceptions.map(({ number, code }) => [number, code]));
  for (const number of numbers) {
    const { code } = log.get(`${phone.device} ${number}`) ?? {};
    if (code === 'changedMeanwhile' && codes.get(number) !== code)
      story.violate(8, `${phone.name} does not know that ${number} was about something else by then`);
  }
}
