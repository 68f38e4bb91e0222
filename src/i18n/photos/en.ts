import { formatCounted } from '../format.ts';

export const en = {
  take: 'Photo of the goods',
  noPeople: 'Only if you like. Only the goods: there must be no people in the picture.',
  making: 'Making it small …',
  onPhone: 'The photo is on this phone. It is sent after the records.',
  onServer: 'The photo is on the server.',
  notHere: 'The photo’s picture is not on this phone.',
  look: 'Look at the photo',
  takeAway: 'Take the photo away',
  ofGoods: 'The goods that were handed over',

  heading: 'Photos of goods',
  release: 'Show to sponsors',
  released: 'shown to sponsors',
  looking: 'Fetching the photo …',
  notThere:
    'The photo is not on the server yet. If the phone that took it still has it, it comes when there is a connection.',
  unreachable: 'The photo can be seen when there is a connection.',

  failures: {
    notPicture: 'This file is not a photo. Choose a photo.',
    tooBig: 'This picture is too large to be opened here. Take a new photo.',
    unreadable: 'This phone cannot read that picture. Take a new photo.',
    full: 'There is no room on this phone for the photo. The delivery is saved.',
    twice: 'This picture already belongs to another delivery. Take a new photo.',
    tooMany: 'As many photos wait on this phone as it keeps. The delivery is saved; add photos after these are sent.',
  },

  lost: (count: number) =>
    `${formatCounted(count, 'en', { one: 'photo is', other: 'photos are' })} on this phone alone, and will be lost. Wait for a connection first.`,
  waitingHeading: 'Photos',
  waiting: (count: number, size: string) =>
    `${formatCounted(count, 'en', { one: 'photo', other: 'photos' })}, ${size}: sent after the records, which do not wait for them.`,
};

export type PhotoWords = typeof en;
