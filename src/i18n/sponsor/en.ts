import { formatCounted } from '../format.ts';

const runs = (count: number) => formatCounted(count, 'en', { one: 'run', other: 'runs' });
const places = (count: number) => formatCounted(count, 'en', { one: 'checkpoint', other: 'checkpoints' });

export const en = {
  /** These few stand here again: the words of the app would weigh more than the page. */
  appName: 'Dastarkhan',
  copied: 'Copied',
  more: (what: string) => `More: ${what}`,
  less: (what: string) => `Less: ${what}`,

  reported: 'Reported by volunteers',
  language: 'Language',
  opening: 'Opening the page …',

  week: 'This week',
  beginning: 'Since the beginning',
  sentence: (runCount: number, checkpointCount: number) => `${runs(runCount)} to ${places(checkpointCount)}.`,
  nothingYet: 'Nothing has been delivered yet. This page changes by itself when it is.',
  delivered: 'Delivered',
  loaded: 'Loaded',
  promised: 'Promised',
  ofLoaded: (loaded: string) => `of ${loaded} loaded`,
  ofPromised: (promised: string) => `of ${promised} promised`,
  leftOver: (amount: string) => `${amount} left over`,
  onTheWay: (amount: string) => `${amount} still on the way`,
  thanks: 'Thank you. What you gave reached people on duty in the cold.',

  completeTo: (time: string) => `Complete to ${time}`,
  silent: (count: number, since: string) =>
    `${formatCounted(count, 'en', { one: 'phone', other: 'phones' })} not heard since ${since}`,
  savedCopy: (at: string) => `No connection. This is the page of ${at}.`,

  runs: 'Runs with your food',
  olderRuns: 'Older runs count in the sums.',
  onTheWayState: 'on the way',
  noDistrict: 'district not named',
  lineOf: (delivered: string, loaded: string) => `${delivered} of ${loaded}`,

  needs: 'What is needed',
  needsLead: 'An organiser has asked for this. Offer it, and they will call it settled or not.',
  noLongerNeeded: 'No longer needed',
  give: 'We can give this',
  giveHow: 'How much?',
  giveNow: 'Offer',
  offered: 'Offered. An organiser will confirm it.',
  notOffered: 'The offer did not get through. Nothing was promised: try again when there is a connection.',

  pledges: 'Your pledges',
  pledgeStates: { offered: 'offered, waits for an organiser', confirmed: 'confirmed', closed: 'ended' },
  everyDay: (from: string) => `every day from ${from}`,
  days: (from: string, until: string) => `from ${from} to ${until}`,

  takeAway: 'Take away',
  csv: 'Runs as a table (CSV)',
  letter: 'Letter of thanks',
  share: 'Text for a chat',
  columns: {
    on: 'Date',
    window: 'Meal',
    district: 'District',
    item: 'Item',
    unit: 'Unit',
    loaded: 'Loaded',
    delivered: 'Delivered',
  },
  letterTitle: 'Letter of thanks',
  letterTo: (sponsor: string) => `To ${sponsor}`,
  letterText: (branch: string) =>
    `The volunteers of “${branch}” thank you. Your gift was carried to checkpoints where people on duty needed something hot.`,
  letterSums: 'What it became, as the volunteers reported it:',
  letterOn: (day: string) => `As of ${day}`,
  letterSign: 'For the volunteers',

  photos: 'Photos of your gift',
  photoOf: (what: string) => `Goods that were handed over: ${what}`,
  photoLook: 'Look at the photo',
  photoNotHere: 'the photo could not be fetched just now',

  closedTitle: 'This link shows nothing',
  closedText:
    'It is not complete, or it is no longer in use. Nothing of yours is lost: ask the organiser who sent it for a new one.',
  unreachableTitle: 'The server cannot be reached',
  unreachableText: 'There is no saved copy here yet. The page opens by itself as soon as there is a connection.',
};

export type SponsorWords = typeof en;
