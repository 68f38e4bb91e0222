import type { Flag } from '#domain/delivery.ts';
import type { RejectionCode } from '#domain/rejection.ts';
import type { Deferral } from '#protocol/sync-answer.ts';
import type { Trouble } from '../trouble.ts';
import { problems } from './problems-en.ts';
import { notHere } from './not-here-en.ts';

const kept = 'What you entered is still on this phone.';

const rejections: Readonly<Record<RejectionCode, Trouble>> = {
  notAllowed: {
    title: 'Your role cannot do this',
    safe: kept,
    next: 'Ask an organiser to do it, or to invite you in that role.',
  },
  notFound: {
    title: 'What this was about is no longer there',
    safe: kept,
    next: 'Look at the list again; if it is missing there, tell an organiser.',
  },
  notYours: {
    title: 'This run is another driver’s now',
    safe: `${kept} Deliveries you recorded count all the same.`,
    next: 'Agree with an organiser who drives.',
  },
  closed: {
    title: 'It was closed before this arrived',
    safe: kept,
    next: 'Choose another one, or ask an organiser to open it again.',
  },
  notConfirmed: {
    title: 'This person is not confirmed yet',
    safe: kept,
    next: 'Confirm them under “People”, or choose another driver.',
  },
  wrongStatus: {
    title: 'The run had already moved on',
    safe: `${kept} Deliveries you recorded count all the same.`,
    next: 'Look at where the run stands now.',
  },
  codeTaken: {
    title: 'Another checkpoint has this code',
    safe: kept,
    next: 'Give it another code.',
  },
  alreadyImported: {
    title: 'This run from the file is already here',
    safe: 'Nothing was counted twice.',
    next: 'There is nothing to do.',
  },
  alreadyThere: {
    title: 'This is already here',
    safe: 'Nothing was counted twice.',
    next: 'There is nothing to do.',
  },
  changedMeanwhile: {
    title: 'Another organiser changed this meanwhile',
    safe: 'Nothing was overwritten: theirs stands, and yours is kept here.',
    next: 'Compare both, and choose which one counts.',
  },
  tooMuchForRun: {
    title: 'This is too much for one run',
    safe: 'Both runs are as they were.',
    next: 'Move fewer stops, or make one more run.',
  },
  endsBeforeStart: {
    title: 'The end is before the start',
    safe: kept,
    next: 'Correct the times and save again.',
  },
  inviteUsed: {
    title: 'This invitation has been used',
    safe: 'Nothing on this phone was changed.',
    next: 'Ask an organiser for a new one: each is for one phone.',
  },
  inviteRevoked: {
    title: 'This invitation was withdrawn',
    safe: 'Nothing on this phone was changed.',
    next: 'Ask an organiser for a new one.',
  },
  inviteUnknown: {
    title: 'The server does not know this invitation',
    safe: 'Nothing on this phone was changed.',
    next: 'Compare the code letter by letter, or ask for a new one.',
  },
  inviteExpired: {
    title: 'This invitation is too old',
    safe: 'Nothing on this phone was changed.',
    next: 'Ask an organiser for a new one.',
  },
  ownDevice: {
    title: 'This is the phone in your own hand',
    safe: 'It was not switched off.',
    next: 'Ask another organiser to switch it off.',
  },
  malformed: {
    title: 'The server could not read this record',
    safe: `${kept} Save it as a file.`,
    next: 'Give the file to an organiser and update the app.',
  },
  wrongBranch: {
    title: 'This belongs to another branch',
    safe: kept,
    next: 'Tell an organiser of your branch.',
  },
};

const deferrals: Readonly<Record<Deferral, Trouble>> = {
  unknownMutation: {
    title: 'The server is older than this app',
    safe: 'The server keeps the record and will count it after its own update.',
    next: 'There is nothing to do.',
  },
  waitsForEntry: {
    title: 'Waits for an earlier record',
    safe: 'The server keeps it until the earlier one arrives.',
    next: 'Send everything that is still unsent, also from your other phone.',
  },
  faulty: {
    title: 'The server stumbled over this record',
    safe: 'The server keeps it; your other records are not held up.',
    next: 'Tell an organiser: the people who run the server can see it.',
  },
  revoked: {
    title: 'This phone was blocked before the record arrived',
    safe: 'The server keeps it apart; nothing is thrown away.',
    next: 'An organiser decides whether it counts. Call them.',
  },
  fork: {
    title: 'A copy of this phone has sent something else',
    safe: 'Both records are kept; the first one counts.',
    next: 'An organiser looks at both. Join again on this phone.',
  },
};

const flags: Readonly<Record<Flag, Trouble>> = {
  runCancelled: {
    title: 'Delivered on a cancelled run',
    safe: 'The delivery counts.',
    next: 'See whether another run goes to the same place.',
  },
  runClosed: {
    title: 'Recorded after the run had ended',
    safe: 'The delivery counts.',
    next: 'See whether it was recorded twice.',
  },
  runNotTheirs: {
    title: 'Recorded by someone other than the run’s driver',
    safe: 'The delivery counts.',
    next: 'See whether both drivers went.',
  },
  runUnknown: {
    title: 'The run of this delivery is not here',
    safe: 'The delivery counts for its place and day.',
    next: 'Ask the driver which run it was.',
  },
  stopUnknown: {
    title: 'This place is not that stop of the run',
    safe: 'The delivery counts for the place that the driver named.',
    next: 'See whether the plan was changed on the way.',
  },
  clockWrong: {
    title: 'The phone’s clock is wrong',
    safe: 'The delivery counts in its window, whatever the clock says.',
    next: 'Ask the driver to set the phone’s clock.',
  },
};

const storage = {
  notKnownSaved: {
    title: 'Not known to be saved',
    safe: 'What you entered is still on the screen. Saving again cannot count it twice.',
    next: 'Save again. If it does not work, write it on paper.',
  },
  full: {
    title: 'The phone has no space left',
    safe: 'Everything that says “On this phone” is safe.',
    next: 'Delete photos or films on the phone, then save again.',
  },
  lost: {
    title: 'The phone’s storage stopped answering',
    safe: 'Everything that says “On this phone” is safe.',
    next: 'Close the app completely and open it again.',
  },
  blocked: {
    title: 'The app is open in another window',
    safe: 'Nothing is lost; this window waits.',
    next: 'Close the other window or tab of the app. This one goes on by itself.',
  },
  newerDatabase: {
    title: 'A newer version of the app has been here',
    safe: 'Your records are kept as they are.',
    next: 'Connect once so that this version is replaced by the newer one.',
  },
  cleared: {
    title: 'The phone has cleared the app’s records',
    safe: 'What had reached the server is there.',
    next: 'Ask an organiser for a new invitation and join again. The plan comes with the first connection.',
  },
  notLoadedYet: {
    title: 'The plan is not on this phone yet',
    safe: 'You can record deliveries already.',
    next: 'It comes with the first connection to the server.',
  },
  notPossible: {
    title: 'This browser cannot keep records',
    safe: 'Nothing was saved, so nothing is lost.',
    next: 'Leave private browsing, or open the app in Chrome or Safari.',
  },
} satisfies Record<string, Trouble>;

const connection = {
  never: {
    title: 'The server has not been reached from this phone yet',
    safe: 'Everything you record stays on this phone until then.',
    next: 'There is nothing to do: the app keeps trying.',
  },
  unreachable: {
    title: 'The server cannot be reached',
    safe: 'Everything you record stays on this phone.',
    next: 'Go on working: the app sends as soon as there is a way.',
  },
  captive: {
    title: 'This network answers in place of the server',
    safe: 'Everything you record stays on this phone; nothing was given to that network.',
    next: 'Sign in to the network in the browser, or switch Wi-Fi off.',
  },
  notOurs: {
    title: 'The answer was not signed by our server',
    safe: 'Nothing was changed by it; your records stay on this phone.',
    next: 'Change the network. If it stays so, tell an organiser.',
  },
  revoked: {
    title: 'This phone was blocked',
    safe: 'Unsent records stay on this phone. Names and plans were removed.',
    next: 'Save what is unsent as a file and call an organiser.',
  },
  restored: {
    title: 'The server was restored — checking',
    safe: 'This phone still holds what it sent and offers it again.',
    next: 'There is nothing to do. “Checking” turns into “On the server” by itself.',
  },
  outdated: {
    title: 'This version of the app is too old to send',
    safe: 'Your records stay on this phone and are sent after the update.',
    next: 'Restart the app to update it.',
  },
  busy: {
    title: 'The server has a great deal to do',
    safe: 'Your records stay on this phone.',
    next: 'There is nothing to do: the app tries again in a moment.',
  },
  sentMuch: {
    title: 'This phone has sent a great deal at once',
    safe: 'Nothing is lost: the rest stays on this phone.',
    next: 'There is nothing to do: the rest goes by itself within minutes.',
  },
  waiting: {
    title: 'Another organiser must confirm you',
    safe: 'What you enter is kept and sent after that.',
    next: 'Call an organiser and ask them to confirm you under “People”.',
  },
} satisfies Record<string, Trouble>;

const crash: Trouble = {
  title: 'The app has stumbled',
  safe: 'Everything that says “On this phone” is safe.',
  next: 'Open the app again. If it stumbles once more, save the unsent records as a file.',
};

export const en = {
  rejections,
  deferrals,
  flags,
  problems,
  storage,
  connection,
  notHere,
  crash,
  unknownCode: (code: string): Trouble => ({
    title: `The server refused this for a reason that this version does not know (${code})`,
    safe: kept,
    next: 'Update the app; then the reason is shown here.',
  }),
  serverReached: (time: string) => `Server reached ${time}`,
  crashAction: 'Open again',
};

export type ErrorWords = typeof en;
