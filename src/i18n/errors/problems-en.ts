import type { ProblemCode } from '#protocol/problem.ts';
import type { Trouble } from '../trouble.ts';

const kept = 'Everything you recorded is still on this phone.';
const unchanged = 'Nothing on this phone was changed.';

/** What the server answers in place of doing what it was asked. */
export const problems: Readonly<Record<ProblemCode, Trouble>> = {
  malformed: {
    title: 'The server could not read what the app sent',
    safe: kept,
    next: 'Update the app. If it stays so, save the unsent records as a file.',
  },
  tooLarge: {
    title: 'That was too much at once',
    safe: kept,
    next: 'There is nothing to do: the app sends smaller pieces.',
  },
  unsupportedVersion: {
    title: 'The app and the server are of different ages',
    safe: kept,
    next: 'Restart the app to update it.',
  },
  unsigned: {
    title: 'The server did not recognise this phone',
    safe: kept,
    next: 'Close the app and open it again.',
  },
  badSignature: {
    title: 'The server did not recognise this phone',
    safe: kept,
    next: 'Close the app and open it again. If it stays so, ask for a new invitation.',
  },
  clockSkew: {
    title: 'This phone’s clock is wrong',
    safe: kept,
    next: 'Set the clock in the phone’s settings; the app tries again by itself.',
  },
  unknownDevice: {
    title: 'The server does not know this phone',
    safe: `${kept} You can save it as a file.`,
    next: 'Ask an organiser for a new invitation.',
  },
  badCredential: {
    title: 'This phone’s pass is no longer valid',
    safe: `${kept} You can save it as a file.`,
    next: 'Ask an organiser for a new invitation.',
  },
  wrongOrganisation: {
    title: 'This server belongs to another organisation',
    safe: kept,
    next: 'Open the app from the link that your organiser gave you.',
  },
  inviteUnknown: {
    title: 'The server does not know this invitation',
    safe: unchanged,
    next: 'Compare the code letter by letter, or ask for a new one.',
  },
  inviteUsed: {
    title: 'This invitation has been used',
    safe: unchanged,
    next: 'Ask an organiser for a new one: each is for one phone.',
  },
  inviteRevoked: {
    title: 'This invitation was withdrawn',
    safe: unchanged,
    next: 'Ask an organiser for a new one.',
  },
  inviteExpired: {
    title: 'This invitation is too old',
    safe: unchanged,
    next: 'Ask an organiser for a new one.',
  },
  tooManyRequests: {
    title: 'Too many tries in a short time',
    safe: unchanged,
    next: 'Wait a minute and try again.',
  },
  busy: {
    title: 'The server has a great deal to do',
    safe: kept,
    next: 'There is nothing to do: the app tries again in a moment.',
  },
  notFound: {
    title: 'The server does not know this address',
    safe: kept,
    next: 'Restart the app to update it.',
  },
  fault: {
    title: 'The server has stumbled',
    safe: kept,
    next: 'There is nothing to do: the app tries again. If it stays so, tell an organiser.',
  },
};
