import { formatCounted } from '../format.ts';
import type { Trouble } from '../trouble.ts';

const unchanged = 'Nothing on this phone was changed.';

const troubles = {
  unreachable: {
    title: 'The server cannot be reached',
    safe: `${unchanged} The invitation is not used up.`,
    next: 'Go where there is a connection and try again.',
  },
  notOurServer: {
    title: 'This network answers in place of the server',
    safe: 'Nothing was given to that network.',
    next: 'Sign in to the network in the browser, or switch Wi-Fi off, and try again.',
  },
  insecure: {
    title: 'The app cannot work at this address',
    safe: unchanged,
    next: 'Browsers allow storage without a network only where the address begins with https. Ask the organiser for that link.',
  },
  keysNotKept: {
    title: 'This browser does not keep what the app needs',
    safe: unchanged,
    next: 'Leave private browsing, or open the link in Chrome or Safari.',
  },
  busyElsewhere: {
    title: 'Another window of the app is joining now',
    safe: unchanged,
    next: 'Go on in that window, or close it and try again here.',
  },
} satisfies Record<string, Trouble>;

export const en = {
  welcome: 'Welcome',
  chooseLanguage: 'Language',
  lead: 'This phone joins with an invitation from an organiser.',
  scan: 'Scan the invitation',
  scanHint: 'Hold the phone over the picture with the squares.',
  scanStop: 'Stop the camera',
  noCamera: 'The camera did not open. Type the short code instead.',
  notAnInvite: 'That picture is not an invitation. Scan the one that the organiser shows.',
  typeCode: 'Type the short code',
  code: 'Short code',
  codeHint: '12 letters and digits; capitals and gaps do not matter.',
  codeIncomplete: (count: string) => `${count} of 12 so far. Nothing was sent. Type the rest.`,
  look: 'Look it up',
  looking: 'Looking …',
  forRun:
    'This picture opens a run, for organisers and its driver. This phone belongs to nobody yet: join with your invitation first. On an iPhone open the app from the home screen and scan the sheet there.',
  needsNetwork: 'Joining needs the network once. After that the app works without it.',

  invitedTo: (branch: string) => `You are invited to ${branch}`,
  invitedToNew: 'You are invited to a new branch',
  asRole: (role: string) => `Role: ${role}`,
  invitedAs: (label: string) => `The invitation is for: ${label}`,
  name: 'What should people call you?',
  nameHint: 'A first name is enough.',
  nameMissing: 'There is no name yet. Nothing was sent. Type what others call you.',
  phone: 'Your telephone number',
  phoneHint: 'Only organisers see it, so that they can call you. You may leave it empty.',
  phoneWrong: 'That is not a telephone number. Nothing was sent. Use digits, spaces and +.',

  privacyTitle: 'What is kept',
  privacyKept:
    'Kept: your name, your number if you give it, and what you record, so also at which stops you were. Never your position.',
  privacySeen: 'Seen by: the organisers of your branch. Other drivers and sponsors do not see your name.',
  privacyGoes:
    'Goes: runs leave this phone 3 days later; after 30 days the server cuts the link between deliveries and you. Your name stays in the organisers’ list.',

  join: 'Join',
  joining: 'Joining …',
  joined: (name: string) => `Welcome, ${name}`,

  persistTitle: 'Keep the records on this phone?',
  persistLead: 'So that nothing is cleared when the phone runs out of space.',
  persistAsk: 'Keep them',
  persistKept: 'The phone says yes: it keeps them until you erase them.',
  persistNotKept: 'The phone says no for now. Add the app to the home screen, and it will be asked again.',
  start: 'Start',
  unfinished: 'Joining began here and the answer did not come.',
  unfinishedHint: 'The invitation is kept on this phone. One try with a connection finishes it.',

  inAppTitle: 'Open this in your browser',
  inAppLead: 'This window belongs to another app: a messenger or a feed. It may forget everything when it closes.',
  inAppSteps: 'Tap the three dots, then “Open in Chrome” or “Open in Safari”. Or copy the link and paste it there.',
  inAppCopy: 'Copy the link',
  inAppHere: 'Go on in this window all the same',
  formers: (count: number) =>
    `This phone still holds ${formatCounted(count, 'en', { one: 'record', other: 'records' })} of who had it before. All of it goes to the server by itself.`,
  slip: {
    scan: 'Point the phone’s camera here.',
    type: (address: string) => `Or open ${address} and type the code.`,
    once: (until: string) => `For one phone, once, until ${until}.`,
  },

  iosTitle: 'First add the app to the home screen',
  iosLead: 'On an iPhone the app and this tab keep their records apart. Join inside the app.',
  iosSteps: 'Tap Share, then “Add to Home Screen”. Open the app from there and type the short code.',
  already: 'This phone has joined already.',
  iosHere: 'Join in this tab all the same',
  openApp: 'Open the app',
  troubles,
};

export type EnrolWords = typeof en;
