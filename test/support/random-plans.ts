import type { Mutation, MutationName } from '#domain/mutators.ts';
import { batchId, dayRequirementId, requirementId } from '#domain/derived-ids.ts';
import type { Body, Kind } from '#domain/rows.ts';
import type { RunBody } from '#domain/run.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import type { Count, RowId } from '#domain/scalars.ts';
import { amount, TODAY } from './breakfast.ts';
import type { Hand } from './test-branch.ts';

/** What a mutation may be about: rows that are there, and now and then one that is not. */
export type About = {
  readonly body: <K extends Kind>(kind: K, id: RowId) => Body<K> | undefined;
  readonly some: (kind: Kind) => RowId;
  readonly perhaps: (kind: Kind) => RowId | null;
  readonly number: (end: number) => number;
};

const PRIORITIES = ['first', 'usual', 'last'] as const;
const priorityOf = ({ number }: About) => PRIORITIES[number(3)] ?? 'usual';
const perHeadOf = ({ some, number }: About) => [{ item: some('item'), count: (1 + number(900)) as Count }];
const cellOf = ({ some }: About) => ({ checkpoint: some('checkpoint'), window: some('mealWindow') });
/** Where some run is to go, or anywhere. */
function towards(about: About): ReturnType<typeof cellOf> {
  const run = about.body('run', about.some('run'));
  const checkpoint = run?.stops[0]?.checkpoint;
  return run?.window && checkpoint !== undefined ? { checkpoint, window: run.window } : cellOf(about);
}
const vehicleFields = ({ perhaps, number }: About) => ({
  name: `Van ${number(9)}`,
  registration: '',
  capacity: { count: (1_000 * number(90)) as Count, unit: 'portion' },
  keepsHot: number(2) === 0,
  driver: perhaps('member'),
});

/** As somebody who has just looked, or, now and then, as somebody who looked long ago. */
function seen<T>({ number }: About, now: T | null): T | null {
  return number(4) === 0 ? null : now;
}

/** The fields that are the row's own, without those that say what it is about. */
function without<B extends object, K extends keyof B>(body: B | undefined, keys: readonly K[]): Omit<B, K> | null {
  if (body === undefined) return null;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.some((one) => one === key))) as Omit<B, K>;
}

const unknownRun: Pick<RunBody, 'label' | 'window' | 'kitchen' | 'driver' | 'stops'> = {
  label: '',
  window: null,
  kitchen: null,
  driver: null,
  stops: [],
};

function stopsMove({ body, some, number, perhaps }: About): Mutation {
  const [from, into] = [some('run'), number(2) === 0 ? null : some('run')];
  const seenStops = (body('run', from) ?? unknownRun).stops.slice(0, 1 + number(3));
  const stops = seenStops.length === 0 ? [{ checkpoint: some('checkpoint'), lines: [] }] : seenStops;
  return {
    name: 'stopsMove',
    args: { from, into, stops, label: 'South', driver: perhaps('member'), reason: 'flat tyre' },
  };
}

function runAmend({ body, some, number, perhaps }: About): Mutation {
  const run = some('run');
  const { label, window, kitchen, driver, stops } = body('run', run) ?? unknownRun;
  const was = { label, window, kitchen, driver: number(4) === 0 ? null : driver, stops: stopsMarkOf(stops) };
  const more = { checkpoint: some('checkpoint'), lines: [amount(some('item'), number(9))] };
  const next = number(2) === 0 ? null : [...stops.slice(0, 9).toReversed(), more];
  return { name: 'runAmend', args: { run, was, now: { ...was, driver: perhaps('member'), stops: next } } };
}

/** One of each mutation of a plan, about something of the branch. */
export const planMakers = {
  requirementSet: (about) => {
    const cell = cellOf(about);
    const body = about.body('requirement', requirementId(cell.checkpoint, cell.window));
    const was = seen(about, without(body, ['checkpoint', 'window']));
    const fields = { perHead: perHeadOf(about), priority: priorityOf(about), from: null, until: null };
    const headcounts = Array.from({ length: 7 }, () => about.number(30));
    return {
      name: 'requirementSet',
      args: { ...cell, was, now: about.number(6) === 0 ? null : { headcounts, ...fields } },
    };
  },
  dayRequirementSet: (about) => {
    const cell = { ...cellOf(about), on: TODAY };
    const body = about.body('dayRequirement', dayRequirementId(cell.checkpoint, cell.window, TODAY));
    const was = seen(about, without(body, ['checkpoint', 'window', 'on']));
    const now = { headcount: about.number(30), perHead: perHeadOf(about), priority: priorityOf(about) };
    return { name: 'dayRequirementSet', args: { ...cell, was, now: about.number(4) === 0 ? null : now } };
  },
  cancellationSet: (about) => {
    const cell = { ...towards(about), on: TODAY };
    const row = about.body('cancellation', dayRequirementId(cell.checkpoint, cell.window, TODAY));
    const was = seen(about, without(row, ['checkpoint', 'window', 'on']));
    const now = was === null ? { reason: `no. ${about.number(9)}` } : null;
    return { name: 'cancellationSet', args: { ...cell, was, now } };
  },
  itemTraitsSet: (about) => {
    const item = about.some('item');
    const was = seen(about, about.body('itemTraits', item) ?? null);
    const limits = { hotHoldMinutes: 60 + about.number(200), coolingMinutes: null };
    return { name: 'itemTraitsSet', args: { item, was, now: { halal: 'yes', allergens: ['milk'], ...limits } } };
  },
  batchSet: (about) => {
    const key = { kitchen: about.some('kitchen'), window: about.some('mealWindow'), on: null };
    const body = about.body('batch', batchId(key.kitchen, key.window, key.on));
    const was = seen(about, without(body, ['kitchen', 'window', 'on']));
    const now = { lines: [amount(about.some('item'), 20)], readyMinute: 300 + about.number(90) };
    return { name: 'batchSet', args: { ...key, was, now } };
  },
  vehicleCreate: (about) => ({ name: 'vehicleCreate', args: { fields: vehicleFields(about) } }),
  vehicleAmend: (about) => {
    const id = about.some('vehicle');
    const known = about.body('vehicle', id);
    const was =
      known === undefined || about.number(4) === 0 ? { ...vehicleFields(about), status: 'open' as const } : known;
    return { name: 'vehicleAmend', args: { id, was, now: vehicleFields(about) } };
  },
  vehicleClose: ({ some }) => ({ name: 'vehicleClose', args: { id: some('vehicle') } }),
  vehicleReceive: (about) => ({
    name: 'vehicleReceive',
    args: { id: about.some('vehicle'), fields: vehicleFields(about) },
  }),
  availabilitySet: (about, hand) => {
    const member = about.number(2) === 0 && hand.member !== null ? hand.member : about.some('member');
    const was = seen(about, without(about.body('availability', member), ['member']));
    const weekly = [{ window: about.some('mealWindow'), weekdays: [about.number(7)] }];
    return {
      name: 'availabilitySet',
      args: { member, was, now: { kitchen: about.perhaps('kitchen'), checkpoint: null, weekly, days: [] } },
    };
  },
  runAmend,
  stopsMove,
} satisfies { readonly [N in MutationName]?: (about: About, hand: Hand) => Mutation };
