import type { Args, Mutation, MutationName } from '#domain/mutators.ts';
import { returnableStep } from '#domain/returnable.ts';
import type { Body, Kind, Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { amount, asks, counted, delivery, enrolment, facts, invite, inviteIdOf, place, runArgs } from './breakfast.ts';
import { type About, planMakers } from './random-plans.ts';
import type { Chance } from './seeded.ts';
import type { Hand } from './test-branch.ts';

function about(rows: Iterable<Row>, chance: Chance): About {
  const all = [...rows];
  const some = (kind: Kind) => {
    const there = all.filter((row) => row.kind === kind);
    const row = chance.isOneIn(30) ? undefined : chance.oneOf(there);
    return row?.id ?? ('nobody0000000000.1' as RowId);
  };
  const body = <K extends Kind>(kind: K, id: RowId) =>
    all.find((row) => row.kind === kind && row.id === id)?.body as Body<K> | undefined;
  return { body, some, perhaps: (kind) => (chance.isOneIn(4) ? null : some(kind)), number: chance.below };
}

/**
 * What somebody of a busy branch does next, about what they see: mostly something that makes sense, sometimes not.
 * @param rows what is in sight, in an order that a seed replays
 */
export function nextMutation(rows: Iterable<Row>, hand: Hand, chance: Chance): Mutation {
  const kinds = hand.role === 'driver' ? driverKinds : hand.role === 'technicalSupport' ? supportKinds : organiserKinds;
  const name = chance.isOneIn(20) ? anyName(chance) : (chance.oneOf(kinds) ?? 'itemCreate');
  return randomMutation(name, rows, hand, chance);
}

/** One mutation of this name, about something in sight. */
export function randomMutation(name: MutationName, rows: Iterable<Row>, hand: Hand, chance: Chance): Mutation {
  return makers[name](about(rows, chance), hand);
}

/** The id of some row of a kind in sight, or now and then of one that is not there. */
export function someRow(kind: Kind, rows: Iterable<Row>, chance: Chance): RowId {
  return about(rows, chance).some(kind);
}

function anyName(chance: Chance): MutationName {
  return chance.oneOf(Object.keys(makers) as MutationName[]) ?? 'itemCreate';
}

const driverKinds: readonly MutationName[] = [
  ...(['runAccept', 'runDecline', 'runDepart', 'runComplete', 'runAbandon'] as const),
  ...(['deliveryRecord', 'deliveryRecord', 'deliveryRecord', 'deliveryCorrect', 'deliveryWithdraw'] as const),
  'returnablesCount',
  'availabilitySet',
  ...(['requestRaise', 'requestRaise', 'requestSettle', 'photoAdd', 'photoWithdraw'] as const),
];
const supportKinds: readonly MutationName[] = ['requestPromise', 'requestPromise', 'requestSettle'];
const organiserKinds: readonly MutationName[] = [
  ...(['runPlan', 'runPlan', 'runPlan', 'runAssign', 'runAssign', 'runAssign', 'runCancel', 'runDepart'] as const),
  ...(['checkpointCreate', 'checkpointCreate', 'checkpointAmend', 'checkpointAmend', 'checkpointClose'] as const),
  ...(['kitchenCreate', 'kitchenAmend', 'kitchenClose', 'itemCreate', 'itemAmend', 'mealWindowCreate'] as const),
  ...(['memberConfirm', 'memberAdd', 'deliveryRecord', 'deliveryCorrect', 'deliveryWithdraw', 'runImport'] as const),
  ...(['reviewDecide', 'asideTakeIn', 'returnableCreate', 'returnablesCount'] as const),
  ...(['reviewDecide', 'asideTakeIn'] as const),
  ...(['runPlan', 'runPlan', 'runAssign', 'runAssign', 'mealWindowCreate', 'checkpointCreate'] as const),
  ...(['requirementSet', 'dayRequirementSet', 'cancellationSet', 'cancellationSet', 'runAmend', 'stopsMove'] as const),
  ...(['itemTraitsSet', 'batchSet', 'vehicleCreate', 'vehicleAmend', 'vehicleClose', 'availabilitySet'] as const),
  ...(['sponsorCreate', 'pledgeMake', 'runLoad', 'needRelease', 'noticeCreate', 'noticeClose'] as const),
  ...(['requestRaise', 'requestPromise', 'requestSettle', 'shiftTakeOver', 'photoRelease', 'photoWithdraw'] as const),
  ...(['runPlan', 'runPlan', 'runAssign', 'cancellationSet', 'cancellationSet', 'cancellationSet'] as const),
];

const kitchenFields = (number: number) => ({
  name: `Kitchen ${number}`,
  otherNames: null,
  landmark: '',
  phone: null,
  position: null,
});
const noticeFields = (number: number): Args<'noticeCreate'>['fields'] => ({
  topic: 'road',
  texts: [{ language: 'kk', title: `Road ${number}`, text: '' }],
  phone: null,
  chats: [],
  until: null,
  isPinned: number % 2 === 0,
  affects: null,
});
/** Mostly as it stands. */
function standing({ body, number }: About, request: RowId): Args<'requestSettle'>['was'] {
  const known = body('request', request);
  if (known === undefined || number(9) === 0) return { status: 'open', promisedBy: null };
  return { status: known.status, promisedBy: known.promisedBy };
}
const windowFields = (number: number) => ({ name: `Window ${number}`, startMinute: number, endMinute: number + 60 });
const stopsOf = ({ some, number }: About) =>
  Array.from({ length: 1 + number(3) }, () => ({
    checkpoint: some('checkpoint'),
    lines: [amount(some('item'), number(20))],
  }));

/** One of each mutation, about something of the branch. */
const makers: { readonly [N in MutationName]: (about: About, hand: Hand) => Mutation } = {
  enrol: (_, { device }) => enrolment(device),
  inviteCreate: ({ number }) => ({ name: 'inviteCreate', args: invite(`guest${number(9)}`) }),
  inviteRevoke: ({ some }) => ({ name: 'inviteRevoke', args: { id: some('invite') } }),
  memberAdd: ({ number }) => ({ name: 'memberAdd', args: { name: `Volunteer ${number(99)}`, phone: null } }),
  memberConfirm: ({ some }) => ({ name: 'memberConfirm', args: { member: some('member') } }),
  deviceRevoke: ({ some }) => ({ name: 'deviceRevoke', args: { device: some('device') } }),
  branchAmend: ({ number }) => ({ name: 'branchAmend', args: { name: `Branch ${number(9)}`, utcOffsetMinutes: 300 } }),
  itemCreate: ({ number }) => ({ name: 'itemCreate', args: { fields: { name: `Item ${number(9)}`, unit: 'l' } } }),
  itemAmend: ({ some }) => ({ name: 'itemAmend', args: { id: some('item'), fields: { name: 'Item', unit: 'cup' } } }),
  itemClose: ({ some }) => ({ name: 'itemClose', args: { id: some('item') } }),
  mealWindowCreate: ({ number }) => ({ name: 'mealWindowCreate', args: { fields: windowFields(number(900)) } }),
  mealWindowAmend: ({ some, number }) => ({
    name: 'mealWindowAmend',
    args: { id: some('mealWindow'), fields: windowFields(number(900)) },
  }),
  mealWindowClose: ({ some }) => ({ name: 'mealWindowClose', args: { id: some('mealWindow') } }),
  kitchenCreate: ({ number }) => ({ name: 'kitchenCreate', args: { fields: kitchenFields(number(9)) } }),
  kitchenAmend: ({ some, number }) => ({
    name: 'kitchenAmend',
    args: { id: some('kitchen'), fields: kitchenFields(number(99)) },
  }),
  kitchenClose: ({ some }) => ({ name: 'kitchenClose', args: { id: some('kitchen') } }),
  checkpointCreate: ({ number }) => ({
    name: 'checkpointCreate',
    args: { fields: place(`Place ${number(99)}`, String(1 + number(30))) },
  }),
  checkpointAmend: ({ some, number }) => ({
    name: 'checkpointAmend',
    args: { id: some('checkpoint'), fields: place(`Place ${number(99)}`, String(1 + number(30))) },
  }),
  checkpointClose: ({ some }) => ({ name: 'checkpointClose', args: { id: some('checkpoint') } }),
  runPlan: (about) => ({
    name: 'runPlan',
    args: runArgs({
      stops: stopsOf(about),
      window: about.number(2) === 0 ? null : about.some('mealWindow'),
      driver: about.perhaps('member'),
      kitchen: about.perhaps('kitchen'),
    }),
  }),
  runAssign: ({ some, perhaps }) => ({ name: 'runAssign', args: { run: some('run'), driver: perhaps('member') } }),
  runCancel: ({ some }) => ({ name: 'runCancel', args: { run: some('run'), reason: 'snow' } }),
  runAccept: ({ some }) => ({ name: 'runAccept', args: { run: some('run') } }),
  runDecline: ({ some }) => ({ name: 'runDecline', args: { run: some('run') } }),
  runDepart: ({ some }) => ({ name: 'runDepart', args: { run: some('run'), loaded: [] } }),
  runComplete: ({ some }) => ({ name: 'runComplete', args: { run: some('run') } }),
  runAbandon: ({ some }) => ({ name: 'runAbandon', args: { run: some('run'), reason: '' } }),
  runImport: (about) => ({
    name: 'runImport',
    args: {
      source: `file~${about.number(40)}`,
      label: '',
      on: runArgs({ stops: [] }).on,
      window: null,
      stops: stopsOf(about),
    },
  }),
  deliveryRecord: ({ some, perhaps, number }) =>
    delivery(some('checkpoint'), { run: perhaps('run'), stop: number(3), lines: [amount(some('item'), number(20))] }),
  deliveryCorrect: ({ some, number }) => ({
    name: 'deliveryCorrect',
    args: {
      delivery: some('delivery'),
      lines: [amount(some('item'), number(9))],
      reason: null,
      note: `why ${number(99)}`,
    },
  }),
  deliveryWithdraw: ({ some, number }) => ({
    name: 'deliveryWithdraw',
    args: { delivery: some('delivery'), note: `why ${number(99)}` },
  }),
  returnableCreate: ({ number }) => ({ name: 'returnableCreate', args: { fields: { name: `Crate ${number(9)}` } } }),
  returnableAmend: ({ some }) => ({
    name: 'returnableAmend',
    args: { id: some('returnable'), fields: { name: 'Box' } },
  }),
  returnableClose: ({ some }) => ({ name: 'returnableClose', args: { id: some('returnable') } }),
  returnablesCount: ({ some, perhaps, number }) => {
    const [out, left, taken, back] = returnableStep.options;
    const step = [out, left, taken, back][number(4)] ?? out;
    const lines = [amount(some('returnable'), number(6))];
    return counted(some('run'), step, lines, { insteadOf: perhaps('returnableCount') });
  },
  reviewDecide: ({ some, number }) => ({
    name: 'reviewDecide',
    args: { about: some('delivery'), decision: number(2) === 0 ? 'kept' : 'open', seen: ['runClosed'] },
  }),
  asideTakeIn: ({ some, perhaps, number }) => ({
    name: 'asideTakeIn',
    args: { aside: inviteIdOf(`aside${number(9)}`), ...facts(some('checkpoint'), { run: perhaps('run') }) },
  }),
  ...planMakers,
  sponsorCreate: ({ number }) => ({
    name: 'sponsorCreate',
    args: { fields: { name: `Bakery ${number(9)}`, language: 'kk' } },
  }),
  sponsorAmend: ({ some, number }) => ({
    name: 'sponsorAmend',
    args: { id: some('sponsor'), fields: { name: `Bakery ${number(99)}`, language: 'ru' } },
  }),
  sponsorClose: ({ some }) => ({ name: 'sponsorClose', args: { id: some('sponsor') } }),
  sponsorLinkCreate: ({ some, number }) => ({
    name: 'sponsorLinkCreate',
    args: { id: inviteIdOf(`giver${number(9)}`), sponsor: some('sponsor'), expiresAt: null },
  }),
  sponsorLinkRevoke: ({ some }) => ({ name: 'sponsorLinkRevoke', args: { id: some('sponsorLink') } }),
  pledgeMake: ({ some, perhaps, number }) => {
    const { item, count } = amount(some('item'), 1 + number(50));
    const { on } = runArgs({ stops: [] });
    const fields = { sponsor: some('sponsor'), item, count, from: on, until: on, window: null, district: '' };
    return { name: 'pledgeMake', args: { fields: { ...fields, need: perhaps('need') } } };
  },
  pledgeConfirm: ({ some }) => ({ name: 'pledgeConfirm', args: { pledge: some('pledge') } }),
  pledgeClose: ({ some }) => ({ name: 'pledgeClose', args: { pledge: some('pledge') } }),
  needRelease: ({ some, perhaps, number }) => {
    const { on } = runArgs({ stops: [] });
    const fields = { ...amount(some('item'), 1 + number(50)), on, window: perhaps('mealWindow'), district: 'East' };
    return { name: 'needRelease', args: { fields } };
  },
  needWithdraw: ({ some }) => ({ name: 'needWithdraw', args: { id: some('need') } }),
  runLoad: ({ some, number }) => ({
    name: 'runLoad',
    args: { run: some('run'), lines: [{ pledge: some('pledge'), count: amount(some('item'), number(20)).count }] },
  }),
  noticeCreate: ({ number }) => ({ name: 'noticeCreate', args: { fields: noticeFields(number(9)) } }),
  noticeAmend: ({ some, number }) => ({
    name: 'noticeAmend',
    args: { id: some('notice'), fields: noticeFields(number(99)) },
  }),
  noticeClose: ({ some }) => ({ name: 'noticeClose', args: { id: some('notice') } }),
  requestRaise: ({ some, number }) => asks(some('checkpoint'), { count: 1 + number(9) }),
  requestPromise: (about) => {
    const request = about.some('request');
    return {
      name: 'requestPromise',
      args: { request, was: standing(about, request), by: `Company ${about.number(9)}` },
    };
  },
  requestSettle: (about) => {
    const request = about.some('request');
    const status = (['open', 'done', 'withdrawn'] as const)[about.number(3)] ?? 'open';
    return { name: 'requestSettle', args: { request, was: standing(about, request), status } };
  },
  shiftTakeOver: ({ number }) => {
    const counts = { gaps: number(9), overdue: 0, silent: 0, open: number(9), promised: 0, review: 0 };
    return { name: 'shiftTakeOver', args: { counts, note: '' } };
  },
  photoAdd: ({ some, perhaps, number }) => {
    const { on } = runArgs({ stops: [] });
    const hash = String(number(9)).repeat(52);
    return {
      name: 'photoAdd',
      args: { delivery: some('delivery'), run: perhaps('run'), on, hash, byteCount: 1 + number(9) },
    };
  },
  photoRelease: ({ some }) => ({ name: 'photoRelease', args: { photo: some('photo') } }),
  photoWithdraw: ({ some }) => ({ name: 'photoWithdraw', args: { photo: some('photo') } }),
};
