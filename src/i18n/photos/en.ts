import { formatCounted } from '../format.ts';

export const en = {
  take: 'Photo of the goods',
  noPeople: 'Only if you like. Only the goods: there must be no people in the picture.',
  making: 'Making it small …',
  onPhone: 'The photo is on this phone. It is sent after the records.',
  onServer: 'The photo is on the server.',
  look: 'Look at the photo',
  takeAway: 'Take the photo away',
  ofGoods: 'The goods that were handed over',

  heading: 'Photos of goods',
  release: 'Show to sponsors',
  released: 'shown to sponsors',
  looking: 'Fetching the photo …',
  notThere: 'The photo is not on the server. It comes from the phone that took it as soon as there is a way.',
  unreachable: 'The photo can be seen when there is a connection.',

  failures: {
    notPicture: 'This file is not a photo. Choose a photo.',
    tooBig: 'This picture is too large to be opened here. Take a new photo.',
    unreadable: 'This phone cannot read that picture. Take a new photo.',
    full: 'There is no room on this phone for the photo. The delivery is saved.',
    tooMany: 'As many photos wait on this phone as it keeps. The delivery is saved; add photos after these are sent.',
  },

  waitingHeading: 'Photos',
  waiting: (count: number, size: string) =>
    `${formatCounted(count, 'en', { one: 'photo', other: 'photos' })}, ${size}: sent after the records, which do not wait for them.`,
};

export type PhotoWords = typeof en;
