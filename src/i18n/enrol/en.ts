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
  needsNetwork: 'Joining needs the network once. After that the app works without it.',

  invitedTo: (branch: string) => `You are invited to ${branch}`,
  invitedToNew: 'You are invited to a new branch',
  asRole: (role: string) => `as: ${role}`,
  invitedAs: (label: string) => `The invitation is for: ${label}`,
  name: 'What should people call you?',
  nameHint: 'A first name is enough.',
  nameMissing: 'There is no name yet. Nothing was sent. Type what others call you.',
  phone: 'Your telephone number',
  phoneHint: 'Only organisers see it, so that they can call you. You may leave it empty.',
  phoneWrong: 'That is not a telephone number. Nothing was sent. Use digits, spaces and +.',

  privacyTitle: 'What is kept',
  privacyKept: 'Kept: your name, your number if you give it, and what you record. Never where you are.',
  privacySeen: 'Seen by: the organisers of your branch. Other drivers and sponsors do not see your name.',
  privacyGoes:
    'Goes: runs leave this phone 3 days later; after 30 days the server cuts the link between deliveries and you.',

  join: 'Join',
  joining: 'Joining …',
  joined: (name: string) => `Welcome, ${name}`,

  persistTitle: 'Keep the records on this phone?',
  persistLead: 'So that nothing is cleared when the phone runs out of space.',
  persistAsk: 'Keep them',
  persistKept: 'The phone says yes: it keeps them until you erase them.',
  persistNotKept: 'The phone says no for now. Add the app to the home screen, and it will be asked again.',
  start: 'Start',

  iosTitle: 'First add the app to the home screen',
  iosLead: 'On an iPhone the app and this tab keep their records apart. Join inside the app.',
  iosSteps: 'Tap Share, then “Add to Home Screen”. Open the app from there and type the short code.',
  already: 'This phone has joined already.',
  openApp: 'Open the app',
};

export type EnrolWords = typeof en;
