import { assert } from '#lib/assert.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';
import { type BranchesAct, actOf } from '#domain/branches-act.ts';
import { readBranches } from '#sync/read-branches.ts';
import { seededChance } from '#test/support/seeded.ts';

import { siftedNow } from './branches-scope.ts';
import { hasDisk, inSight, readDisk } from './disk.ts';
import type { Phone } from './phone.ts';
import { unlessStorage } from './unless-storage.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

/** One world in so many has a second branch, and somebody who coordinates both. */
const TWO_ONE_IN = 3;

/** Whoever is there from the beginning, and in which branch; null: the first. */
export type Guest = { readonly name: string; readonly role: EnrolledRole; readonly branch: BranchId | null };

/** Two organisers and two drivers; where there is a second branch, one driver is of it, with an organiser of their own. */
export async function firstGuests(seed: number, { server, story }: World): Promise<readonly Guest[]> {
  const hasTwo = seededChance(seed ^ 0xb2a4).isOneIn(TWO_ONE_IN);
  const branch = hasTwo ? await server.openBranch('Zerendi') : null;
  if (hasTwo) story.tell('operator', 'opens a second branch');
  const home: readonly Guest[] = [
    { name: 'olga', role: 'organiser', branch: null },
    { name: 'saule', role: 'organiser', branch: null },
    { name: 'dauren', role: 'driver', branch: null },
    { name: 'aigul', role: 'driver', branch },
  ];
  if (!hasTwo) return home;
  return [...home, { name: 'serik', role: 'organiser', branch }, { name: 'marat', role: 'coordinator', branch: null }];
}

/** Where a coordinator's phone stands in each branch that it reads. */
export async function readingOf(phone: Phone): Promise<string> {
  if (phone.glance?.identity.role !== 'coordinator') return '';
  const held = (await readDisk(phone)).meta('branches') ?? [];
  const places = held.map(async (branch) => {
    const memory = memoryOf(phone, branch);
    return hasDisk(memory) ? (await readDisk(memory)).meta('position')?.cursor : null;
  });
  return JSON.stringify([held, await Promise.all(places)]);
}

/** A coordinator's phone holds of every branch what the sieve shows of its rows, byte for byte (3); a revoked one nothing (4). */
export async function expectBranchesRead({ server, story, agenda }: World, phone: Phone): Promise<void> {
  assert(phone.glance !== null, 'whoever is a coordinator has entered');
  const isRevoked = phone.glance.identity.isRevoked;
  for (const branch of server.branches()) {
    const memory = memoryOf(phone, branch);
    const held = hasDisk(memory) ? await inSight(memory) : [];
    const here = new Map(held.map((row) => [`${row.kind}/${row.id}`, rowJson(row.kind, row.body)]));
    const expected = isRevoked ? new Map<string, string>() : siftedNow(server.ledger(branch), agenda.now());
    for (const text of new Set([...expected.keys(), ...here.keys()])) {
      if (here.get(text) === expected.get(text)) continue;
      const what = `${phone.name} has ${text} of ${branch} as ${here.get(text)}, and it is ${expected.get(text)}`;
      story.violate(isRevoked ? 4 : 3, what);
    }
  }
}

function memoryOf({ database }: Phone, branch: BranchId): { readonly database: string } {
  return { database: `${database}-branch-${branch}` };
}

/** A coordinator has something done in the branches: a notice for all, or a vehicle lent. */
export async function actInBranches({ server, chance, story }: World, phone: Phone, tab: Tab): Promise<void> {
  const branches = [...server.branches()];
  const [from, to] = chance.isOneIn(2) ? branches : branches.toReversed();
  if (from === undefined || to === undefined) return;
  const memory = memoryOf(phone, from);
  const vehicles = hasDisk(memory) ? (await readDisk(memory)).values('vehicle') : [];
  const vehicle = chance.oneOf(vehicles.filter(({ body }) => body.status === 'open'))?.id;
  const notice = { branches, fields: noticeOf(chance.below(5)) };
  const act =
    vehicle !== undefined && chance.isOneIn(2) ? actOf({ vehicle: { from, vehicle, to } }) : actOf({ notice });
  await tab.work(
    () => unlessStorage(readBranches(tab.store, tab.ports, act)),
    (read) => {
      if (read?.type !== 'done') return;
      if (read.refused === null) story.countAct();
      story.tell(tab.name, `${act.notice === null ? 'lends a vehicle' : 'tells all'}: ${read.refused ?? 'done'}`);
    },
  );
  Object.assign(phone, { isTouched: true });
}

function noticeOf(number: number): (BranchesAct['notice'] & {})['fields'] {
  const texts = [{ language: 'ru', title: `Storm ${number}`, text: '' }] as const;
  return { topic: 'weather', texts: [...texts], phone: null, chats: [], until: null, isPinned: false, affects: null };
}
