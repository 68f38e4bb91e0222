import type { NoticeTopic } from '#domain/notice.ts';
import { formatCounted, formatNumber } from '../format.ts';

const topics: Readonly<Record<NoticeTopic, string>> = {
  hotline: 'Hotline',
  transport: 'Transport',
  road: 'Road',
  weather: 'Weather',
  other: 'Other',
};

const outOf = (count: number, phones: number): string =>
  `${formatNumber(count, 'en')} of ${formatCounted(phones, 'en', { one: 'other phone', other: 'other phones' })}`;

export const en = {
  title: 'Notices',
  lead: 'Hotlines, buses, roads, weather. They are on every phone of the branch, also with no network.',
  emptyTitle: 'No notices',
  emptyHint: 'Hotlines and news of the branch appear here.',
  count: (count: number) => formatCounted(count, 'en', { one: 'notice', other: 'notices' }),
  topics,
  call: (phone: string) => `Call ${phone}`,
  chats: { whatsapp: 'WhatsApp', telegram: 'Telegram' },
  until: (day: string) => `until ${day}`,
  pinned: 'on the first screen',
  over: 'no longer shown',
  affects: (places: string) => `On the way to: ${places}`,

  /** How far it has come: how many phones, never whose. */
  reach: {
    onAll: (phones: number) =>
      phones === 1 ? 'The other phone has it' : `On all ${formatNumber(phones, 'en')} other phones`,
    without: (count: number, phones: number) => `Not yet on ${outOf(count, phones)}`,
    on: (count: number, phones: number) => `On ${outOf(count, phones)}`,
    notKnownOf: (count: number) => `not known of ${formatCounted(count, 'en', { one: 'phone', other: 'phones' })}`,
    nobody: 'No other phone has joined yet',
    notKnown: 'Not known yet on how many phones',
    asOf: (time: string) => `as known at ${time}`,
  },

  add: 'New notice',
  topic: 'About',
  heading: (language: string) => `Heading, ${language}`,
  text: (language: string) => `Text, ${language}`,
  languagesHint: 'One language is enough. Everybody sees their own first.',
  phone: 'Number to call',
  phoneHint: 'With the country code, if it should open in a chat: +7 701 …',
  phoneWrong: 'That is no telephone number.',
  answersIn: 'It answers in',
  affected: 'Numbers of the checkpoints that it leads to',
  affectedHint: 'Their stops bear a mark. 12, 15, 17 …',
  affectedUnknown: (code: string) => `There is no checkpoint ${code}. Nothing was saved. Correct the number.`,
  affectedTooMany: 'At most 60 checkpoints. Nothing was saved. Make a second notice for the rest.',
  untilDay: 'Last day',
  untilHint: 'Empty: until you take it down.',
  pin: 'Show it on the first screen',
  pinYes: 'Yes',
  pinNo: 'No',
  headingMissing: 'A notice needs a heading in at least one language.',
  close: 'Take it down',
  closeLead: 'It leaves all phones with their next connection.',
  reopen: 'Show again',
};

export type NoticeWords = typeof en;
