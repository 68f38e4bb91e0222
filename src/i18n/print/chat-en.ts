/** Texts that go into a chat, and the words around them. */
export const chat = {
  /** The form in which a text is chosen and sent. */
  open: 'Text for a chat',
  title: 'Text for a chat',
  lead: 'Send it with whatever you use, or copy it. Nothing here waits for an answer.',
  language: 'In',
  all: 'All three',
  text: 'The text',

  /** A gap, for whoever could fill it. */
  needed: 'Food is still needed',
  missing: (amounts: string) => `Missing: ${amounts}`,
  whoCan: 'Who can bring it? Please answer here.',

  /** A run, for a driver without the app. */
  run: (label: string) => (label === '' ? 'Your run' : `Your run: ${label}`),
  loadAt: (kitchen: string) => `Load at: ${kitchen}`,
  load: (amounts: string) => `Load: ${amounts}`,
  writeBack: 'After each stop please write here: the number of the place and how much you handed over.',

  code: (code: string) => `No. ${code}`,
};

export type ChatWords = typeof chat;
