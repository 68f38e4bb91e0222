import type { AsideReason } from '#domain/review.ts';
import type { Trouble } from '../trouble.ts';

const reasons: Readonly<Record<AsideReason, Trouble>> = {
  revoked: {
    title: 'Came from a phone after it was blocked',
    safe: 'It is kept, and does not count yet.',
    next: 'Ask whoever made it. If it is true, take it in.',
  },
  fork: {
    title: 'A copy of a phone sent something else under the same number',
    safe: 'The first record counts. This one is kept, and does not count.',
    next: 'Ask whoever made it. If both happened, take this one in too.',
  },
  unknownMutation: {
    title: 'Written by a newer app than the server',
    safe: 'It is kept, and counts by itself once the server is updated.',
    next: 'Tell whoever runs the server.',
  },
  waitsForEntry: {
    title: 'Waits for another record that has not arrived',
    safe: 'It is kept, and counts by itself as soon as that one is here.',
    next: 'Bring the other phone to a network. If it never comes, set this aside.',
  },
  faulty: {
    title: 'The server stumbled over this record',
    safe: 'It is kept, and tried again after the next update.',
    next: 'Tell whoever runs the server.',
  },
};

export const review = {
  title: 'Review',
  lead: 'Nothing here is lost, whatever you choose, and every choice can be taken back.',
  emptyTitle: 'Nothing waits for a decision',
  emptyHint: 'Odd records, late work of blocked phones and what the server puts off appear here.',
  reasons,
  twice: {
    title: 'This stop was recorded more than once',
    safe: 'All records count.',
    next: 'If one is too many, take it back.',
  } satisfies Trouble,
  toldOtherwise: {
    title: 'Told by phone, and recorded by the driver with other amounts',
    safe: 'It counts once: the driver’s own record stands.',
    next: 'If both happened, count them together. If the driver’s record is wrong, take it back: then what was told counts.',
  } satisfies Trouble,
  toldOtherStop: {
    title: 'Told of another stop at the same place than the driver recorded',
    safe: 'It counts once: the driver’s own record stands.',
    next: 'If the run was there twice, count them together.',
  } satisfies Trouble,
  perhapsSame: {
    title: 'Perhaps one delivery: once on a run, once beside the runs',
    safe: 'Both count.',
    next: 'Place, day and amounts are the same. If it is one delivery, it stays with the run. If both happened, keep both.',
  } satisfies Trouble,
  notCounted: 'does not count: the driver’s own record stands',
  theSame: 'It is the same delivery',
  bothHappened: 'Both happened',
  countsNow: 'What counts',
  keptAside: 'What was kept aside',
  unreadable: 'This version of the app cannot read what it says.',
  from: (name: string) => `from the phone of ${name}`,
  fromNobody: 'from a phone whose holder is no longer named',
  written: (time: string) => `written ${time}`,
  arrived: (time: string) => `arrived ${time}`,
  openRun: 'Open the run',
  keep: 'Keep as it is',
  takeBack: 'It did not happen',
  takeOneBack: 'Take this one back',
  takeIn: 'Take it in',
  letWait: 'Let it wait',
  setAside: 'Set aside for good',
  said: {
    theSame: 'Counted once, on the run',
    bothHappened: 'Counted together',
    kept: 'Kept as it is',
    takenIn: 'Taken in',
    setAside: 'Set aside for good',
    takenBack: 'Taken back',
  },
  undone: 'It waits for a decision again',
  decidedTitle: 'Decided',
  again: 'Decide again',
};
