import type { RecordedHow, ShortReason } from '#domain/delivery.ts';
import type { MutationName } from '#domain/mutators.ts';
import type { Role } from '#domain/people.ts';
import type { RunStatus } from '#domain/run.ts';
import { formatCounted } from '../format.ts';

const reasons: Readonly<Record<ShortReason, string>> = {
  nobodyThere: 'Nobody there',
  closed: 'Closed',
  roadBlocked: 'Road blocked',
  refused: 'Refused',
  notEnough: 'Not enough left',
  other: 'Other',
};

const recordedHow: Readonly<Record<RecordedHow, string>> = {
  atStop: 'recorded at the stop',
  endOfRun: 'recorded at the end of the run',
  desk: 'recorded at the desk',
  told: 'told by phone',
  import: 'from a file',
  review: 'taken in by an organiser',
};

const runStatus: Readonly<Record<RunStatus, string>> = {
  planned: 'Planned',
  underWay: 'Under way',
  completed: 'Completed',
  abandoned: 'Stopped early',
  cancelled: 'Cancelled',
};

const roles: Readonly<Record<Role, string>> = { driver: 'Driver', organiser: 'Organiser', operator: 'Server' };

/** What a record in the list of unsent things is. */
const records: Readonly<Record<MutationName, string>> = {
  enrol: 'This phone joined',
  inviteCreate: 'Invitation',
  inviteRevoke: 'Invitation withdrawn',
  memberAdd: 'Volunteer added',
  memberConfirm: 'Organiser confirmed',
  deviceRevoke: 'Phone blocked',
  branchAmend: 'Branch changed',
  itemCreate: 'New item',
  itemAmend: 'Item changed',
  itemClose: 'Item closed',
  mealWindowCreate: 'New meal window',
  mealWindowAmend: 'Meal window changed',
  mealWindowClose: 'Meal window closed',
  kitchenCreate: 'New kitchen',
  kitchenAmend: 'Kitchen changed',
  kitchenClose: 'Kitchen closed',
  checkpointCreate: 'New checkpoint',
  checkpointAmend: 'Checkpoint changed',
  checkpointClose: 'Checkpoint closed',
  runPlan: 'Run planned',
  runAssign: 'Driver assigned',
  runCancel: 'Run cancelled',
  runAccept: 'Run taken',
  runDecline: 'Run given back',
  runDepart: 'Loaded and left',
  runComplete: 'Run completed',
  runAbandon: 'Run stopped early',
  runImport: 'Run from a file',
  deliveryRecord: 'Delivery',
  deliveryCorrect: 'Delivery corrected',
  deliveryWithdraw: 'Delivery taken back',
  reviewDecide: 'Decision on a record',
  asideTakeIn: 'Taken in after all',
  returnableCreate: 'New returnable',
  returnableAmend: 'Returnable changed',
  returnableClose: 'Returnable closed',
  returnablesCount: 'Returnables counted',
};

export const en = {
  appName: 'Dastarkhan',
  tagline: 'Food for people on duty, logged even with no network',

  actions: {
    back: 'Back',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    saving: 'Saving …',
    next: 'Next',
    done: 'Done',
    change: 'Change',
    add: 'Add',
    remove: 'Remove',
    undo: 'Undo',
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    share: 'Share',
    call: 'Call',
    seen: 'I have seen it',
    choose: 'Choose',
    more: 'More',
    less: 'Less',
    increase: (what: string) => `More: ${what}`,
    decrease: (what: string) => `Less: ${what}`,
  },

  states: {
    phone: 'On this phone',
    handed: (to: string) => `Handed to ${to}`,
    givenOut: 'Given out, not confirmed',
    server: 'On the server',
    checking: 'Checking',
    needsYou: 'Needs you',
    unknown: 'Checking',
  },

  places: {
    label: 'Parts of the app',
    run: 'Run',
    runs: 'Runs',
    unsent: 'Unsent',
    phone: 'Phone',
    today: 'Today',
    people: 'People',
    places: 'Places',
    items: 'Food and windows',
    importFile: 'Import',
    unsentCount: (count: number) => `${formatCounted(count, 'en', { one: 'record', other: 'records' })} not sent yet`,
    unsentUnknown: 'Still counting what is unsent',
  },

  reasons,
  recordedHow,
  runStatus,
  roles,
  answers: { none: 'No answer yet', accepted: 'Taken', declined: 'Given back' },
  stops: (count: number) => formatCounted(count, 'en', { one: 'stop', other: 'stops' }),
  of: (part: string, whole: string) => `${part} of ${whole}`,
  nothing: 'Nothing',
  loading: 'Looking …',
  optional: 'optional',

  unsent: {
    title: 'Unsent',
    lead: 'Everything here is saved on this phone. It goes to the server as soon as there is a way.',
    emptyTitle: 'Everything is on the server',
    emptyHint: 'What you record appears here until the server has it.',
    sendNow: 'Send now',
    sending: 'Sending …',
    saveAsFile: 'Save as file',
    fileSaved: 'File saved. It holds everything unsent; give it to an organiser.',
    recordSaved: 'File saved. It holds this record; give it to an organiser.',
    fileFailed: 'The file was not saved. Everything is still on this phone. Try again, or hand over another way.',
    records,
    recordFor: (what: string, whom: string) => `${what}: ${whom}`,
    number: (count: number) => `No. ${count}`,
    rejectedHeading: 'Not accepted',
    deferredHeading: 'The server waits with these',
    waitingHeading: 'Waiting for a connection',
    unsentPlural: (count: number) => formatCounted(count, 'en', { one: 'record', other: 'records' }),
  },

  phone: {
    title: 'This phone',
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'Like the phone', dark: 'Night', light: 'Day', sun: 'Bright sun' },
    textSize: 'Text size',
    textSizes: (percent: number) => `${percent} %`,
    storage: 'Storage',
    storageKept: 'This phone keeps the app’s records until you erase them.',
    storageNotKept:
      'This phone may clear the app’s records when it runs out of space. Send often, and install the app.',
    storageUnknown: 'Asking the phone …',
    storageAsk: 'Ask the phone to keep them',
    storageTaken: (used: string) => `${used} taken up`,
    version: 'Version',
    you: 'You',
    branch: 'Branch',
    updateTitle: 'A new version is ready',
    updateSafe: 'Nothing saved is lost. The app restarts in a moment.',
    updateNow: 'Restart now',
    updateLater: 'Later',
    offlineReady: 'The app now opens without a network.',
    install: 'Add to home screen',
    installHint: 'Then it opens like any other app, without a network too.',
    erase: 'Erase this phone',
    eraseTitle: 'Erase everything of the app from this phone?',
    eraseSafe: 'What is on the server stays there. This phone forgets who you are.',
    eraseUnsent: (count: number) =>
      `${formatCounted(count, 'en', { one: 'record is', other: 'records are' })} not on the server. Send or save as a file first.`,
    eraseUnseen: (count: number) =>
      `${formatCounted(count, 'en', { one: 'record was', other: 'records were' })} not accepted, and nobody has looked. See “Unsent”, or save as a file first.`,
    eraseYes: 'Erase',
    eraseNo: 'Keep',
  },
};

export type CommonWords = typeof en;
