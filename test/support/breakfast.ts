import type { Args, Mutation } from '#domain/mutators.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { assert } from '#lib/assert.ts';
import { granted, type Hand, handOf, newTestBranch, type TestBranch } from './test-branch.ts';

export const TODAY = '2026-01-15' as Day;
const KEY = 'A'.repeat(87);

/** The people of the stories: Dana organises, Rustem waits to be confirmed, Aigul and Bolat drive, Kuat answers requests. */
export const operator: Hand = handOf('operator', 'operator');
export const dana: Hand = handOf('dana', 'organiser');
export const rustem: Hand = handOf('rustem', 'waiting');
export const aigul: Hand = handOf('aigul', 'driver');
export const bolat: Hand = handOf('bolat', 'driver');
export const kuat: Hand = handOf('kuat', 'technicalSupport');

/** A branch on the morning before anybody left: two places, a kitchen, a window, two items, and Aigul's run. */
export type Breakfast = {
  readonly branch: TestBranch;
  readonly tea: RowId;
  readonly bread: RowId;
  readonly window: RowId;
  readonly kitchen: RowId;
  readonly post: RowId;
  readonly clinic: RowId;
  readonly run: RowId;
};

export function breakfast(): Breakfast {
  const branch = newTestBranch();
  const by = (hand: Hand, mutation: Mutation) => granted(branch.does(hand, mutation));
  by(operator, { name: 'inviteCreate', args: invite('dana', { role: 'organiser' }) });
  enrols(branch, dana, 'dana');
  for (const [hand, role] of [
    [rustem, 'organiser'],
    [aigul, 'driver'],
    [bolat, 'driver'],
    [kuat, 'technicalSupport'],
  ] as const) {
    by(dana, { name: 'inviteCreate', args: invite(hand.device, { role }) });
    enrols(branch, hand, hand.device);
  }
  const tea = by(dana, { name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'l' } } });
  const bread = by(dana, { name: 'itemCreate', args: { fields: { name: 'Bread', unit: 'piece' } } });
  const window = by(dana, {
    name: 'mealWindowCreate',
    args: { fields: { name: 'Breakfast', startMinute: 420, endMinute: 540 } },
  });
  const kitchen = by(dana, {
    name: 'kitchenCreate',
    args: {
      fields: { name: 'School 3', otherNames: null, landmark: 'back door', phone: '+7 716 200 00 01', position: null },
    },
  });
  const post = by(dana, { name: 'checkpointCreate', args: { fields: place('Road post', '17') } });
  const clinic = by(dana, { name: 'checkpointCreate', args: { fields: place('Clinic', '18') } });
  const stops = [
    { checkpoint: post, lines: [amount(tea, 20)] },
    { checkpoint: clinic, lines: [amount(tea, 10), amount(bread, 2.5)] },
  ];
  const run = by(dana, { name: 'runPlan', args: runArgs({ window, kitchen, driver: aigul.member, stops }) });
  return { branch, tea, bread, window, kitchen, post, clinic, run };
}

/** The member whom somebody enrolled as. */
export function memberOf({ member }: Hand): RowId {
  assert(member !== null, 'somebody who enrolled');
  return member;
}

/** An invite's id as it would be, one for each name. */
export function inviteIdOf(name: string): RowId {
  return name.padEnd(26, '0') as RowId;
}

export function invite(name: string, other: Partial<Args<'inviteCreate'>> = {}): Args<'inviteCreate'> {
  const expiresAt = Date.UTC(2026, 0, 16);
  return { id: inviteIdOf(name), role: 'driver', label: '', expiresAt, member: null, ...other };
}

/** Redeems an invite with the hand's own device, as a newcomer. */
export function enrols(branch: TestBranch, hand: Hand, name: string) {
  return branch.does({ role: 'newcomer', member: null, device: hand.device }, enrolment(name));
}

export function enrolment(name: string, other: Partial<Args<'enrol'>> = {}): Mutation {
  const args = { invite: inviteIdOf(name), name: `Called ${name}`, phone: null, label: 'Android, Chrome' };
  return { name: 'enrol', args: { ...args, signKey: KEY, agreeKey: KEY, ...other } };
}

export function place(name: string, code: string): Args<'checkpointCreate'>['fields'] {
  const position = { lat: 53_283_333, lon: 69_383_333 };
  return {
    name,
    code,
    otherNames: { kk: `${name}, kk`, ru: `${name}, ru`, en: null },
    landmark: 'by the mill',
    district: 'Zerendi',
    phone: '+7 716 200 00 02',
    position,
  };
}

/** An amount as people say it: 2.5 of an item. */
export function amount(item: RowId, units: number): { readonly item: RowId; readonly count: Count } {
  return { item, count: Math.round(units * 1_000) as Count };
}

export function runArgs(other: Partial<Args<'runPlan'>> & Pick<Args<'runPlan'>, 'stops'>): Args<'runPlan'> {
  return { label: 'East', on: TODAY, window: null, kitchen: null, driver: null, ...other };
}

/** So many thermoses and crates, at the beginning or the end of a run unless a stop is named. */
export function counted(
  run: RowId,
  step: Args<'returnablesCount'>['step'],
  lines: Args<'returnablesCount'>['lines'],
  other: Partial<Args<'returnablesCount'>> = {},
): Mutation {
  const args = { run, stop: null, checkpoint: null, on: TODAY, step, lines, insteadOf: null };
  return { name: 'returnablesCount', args: { ...args, ...other } };
}

/** Something that a place asks for besides its meals. */
export function asks(checkpoint: RowId, other: Partial<Args<'requestRaise'>> = {}): Mutation {
  return { name: 'requestRaise', args: { checkpoint, what: 'fuel', count: 20, note: 'litres', ...other } };
}

/** What was handed over at a place, outside any run unless one is named. */
export function delivery(checkpoint: RowId, other: Partial<Args<'deliveryRecord'>> = {}): Mutation {
  return { name: 'deliveryRecord', args: { ...facts(checkpoint), how: 'atStop', ...other } };
}

export function facts(checkpoint: RowId, other: Partial<Args<'asideTakeIn'>> = {}): Omit<Args<'asideTakeIn'>, 'aside'> {
  const args = { run: null, stop: null, checkpoint, on: TODAY, window: null, lines: [], reason: null, note: '' };
  return { ...args, ...other };
}
