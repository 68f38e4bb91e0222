import type { Standing } from '#domain/context.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { enrolment, invite, inviteIdOf } from './breakfast.ts';
import { nextMutation, someRow } from './random-mutation.ts';
import type { Chance } from './seeded.ts';
import { type Hand, handOf, type TestBranch } from './test-branch.ts';

export type Act = { readonly hand: Hand; readonly mutation: Mutation };

const NAMES = ['dana', 'rustem', 'aigul', 'bolat', 'saule', 'timur'];
const operator = handOf('operator', 'operator');

/**
 * What somebody of a busy branch does next: anybody, mostly something that makes sense, sometimes not. Everything follows
 * from the chance and from the rows as they are, so a seed replays.
 */
export function nextAct(branch: TestBranch, chance: Chance): Act {
  const people = NAMES.map((name) => handNow(branch, name));
  const hand = chance.oneOf(people) ?? operator;
  if (hand.role === 'newcomer') return arrival(branch, hand, chance);
  return { hand, mutation: nextMutation(branch.rows.values(), hand, chance) };
}

/** Somebody as the branch knows them now. */
function handNow(branch: TestBranch, name: string): Hand {
  const device = branch.body('device', handOf(name, 'newcomer').device as string as RowId);
  const member = device && branch.body('member', device.member);
  if (device === undefined || member === undefined) return handOf(name, 'newcomer');
  const role: Standing = member.status === 'waiting' ? 'waiting' : member.role;
  return { ...handOf(name, role), member: device.member };
}

/** The operator or an organiser invites, then the newcomer comes. */
function arrival(branch: TestBranch, hand: Hand, chance: Chance): Act {
  const name = hand.device;
  if (branch.body('invite', inviteIdOf(name)) !== undefined) return { hand, mutation: enrolment(name) };
  const role = name.startsWith('dana') || name.startsWith('rustem') ? 'organiser' : 'driver';
  const host = handNow(branch, 'dana');
  const known = role === 'driver' && chance.isOneIn(4) ? someRow('member', branch.rows.values(), chance) : null;
  const isFit = known !== null && branch.body('member', known)?.role === role;
  const args = invite(name, { role, member: isFit ? known : null });
  return { hand: host.role === 'organiser' ? host : operator, mutation: { name: 'inviteCreate', args } };
}
