import type { RequestStatus, RequestWhat } from '#domain/request.ts';
import { formatCounted } from '../format.ts';

const what: Readonly<Record<RequestWhat, string>> = {
  tea: 'More tea',
  stove: 'Stove',
  fuel: 'Generator fuel',
  power: 'Power bank',
  radio: 'Radio',
  connection: 'Connection',
  light: 'Lamp',
  road: 'Clear the road',
  other: 'Something else',
};

const statuses: Readonly<Record<RequestStatus, string>> = {
  open: 'Nobody has promised it',
  promised: 'Promised',
  done: 'Done',
  withdrawn: 'Taken back',
};

export const en = {
  title: 'Requests',
  lead: 'What checkpoints ask for besides meals. Goods, roads and services only.',
  what,
  statuses,
  promised: (by: string) => `Promised: ${by}`,
  done: (by: string) => (by === '' ? 'Done' : `Done: ${by}`),
  raised: (time: string) => `asked ${time}`,
  placeUnknown: 'A checkpoint that is not on this device yet',
  placeClosed: 'This checkpoint is closed now',
  wayThere: 'The way there',
  askedTwice: 'Asked for twice here',

  ask: 'Ask for something',
  askTitle: (place: string) => `What is missing: ${place}`,
  askNew: 'New request',
  whatLabel: 'What is missing?',
  where: 'Where?',
  howMany: 'How many?',
  note: 'Note',
  noteHint: 'Litres, plugs, which road. No names.',
  send: (asked: string) => `Ask: ${asked}`,
  asked: (asked: string) => `Asked: ${asked}`,
  chooseWhat: 'Nothing is chosen yet. Tap what is missing.',
  chooseWhere: 'No place is chosen yet. Choose one.',
  standing: 'Already asked for here',
  takeBack: 'Take it back',
  takenBack: 'Taken back',

  openTitle: 'Nobody has promised these',
  promisedTitle: 'Promised',
  doneTitle: 'Done',
  emptyTitle: 'Nothing is asked for',
  emptyHint: 'What drivers ask for at a checkpoint appears here.',
  openCount: (count: number) =>
    `${formatCounted(count, 'en', { one: 'request', other: 'requests' })} nobody has promised`,
  promisedCount: (count: number) => `${formatCounted(count, 'en', { one: 'request', other: 'requests' })} promised`,
  none: 'Nothing is asked for',

  promise: 'We bring it',
  promiseTitle: (asked: string) => `Who brings it: ${asked}`,
  by: 'Organisation',
  byHint: 'A company or a service, not a person.',
  byMissing: 'There is no organisation yet. Nothing was saved. Write who brings it.',
  byEarlier: 'Promised before',
  markDone: 'It is done',
  reopen: 'It is open again',
  withdraw: 'Not needed any more',
  said: {
    promised: 'Promised',
    done: 'Done',
    open: 'Open again',
    withdrawn: 'Not needed any more',
  },
  changed: 'Somebody else has answered meanwhile. This is how it stands now.',
};

export type RequestWords = typeof en;
