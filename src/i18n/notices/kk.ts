import { formatCounted, formatNumber } from '../format.ts';
import type { NoticeWords } from './en.ts';

const outOf = (count: number, phones: number): string =>
  `телефон саны: ${formatNumber(count, 'kk')} (барлығы ${formatNumber(phones, 'kk')})`;

export const kk: NoticeWords = {
  title: 'Хабарлан\u00adдырулар',
  lead: 'Жедел желілер, автобустар, жол, ауа райы. Олар бөлімшенің әр телефонында, байланыссыз да бар.',
  emptyTitle: 'Хабарландыру жоқ',
  emptyHint: 'Мұнда жедел желілер мен бөлімше жаңалықтары шығады.',
  count: (count) => formatCounted(count, 'kk', { other: 'хабарландыру' }),
  topics: { hotline: 'Жедел желі', transport: 'Көлік', road: 'Жол', weather: 'Ауа райы', other: 'Басқа' },
  call: (phone) => `Қоңырау шалу: ${phone}`,
  chats: { whatsapp: 'Уатсап', telegram: 'Телеграм' },
  until: (day) => `${day} дейін`,
  pinned: 'бірінші экранда',
  over: 'енді көрсетілмейді',
  affects: (places) => `Баратын жері: ${places}`,

  reach: {
    onAll: (phones) =>
      phones === 1 ? 'Басқа телефонда бар' : `Қалған ${formatNumber(phones, 'kk')} телефонның бәрінде бар`,
    without: (count, phones) => `Әлі жетпеген ${outOf(count, phones)}`,
    on: (count, phones) => `Жеткен ${outOf(count, phones)}`,
    notKnownOf: (count) => `${formatCounted(count, 'kk', { other: 'телефон' })} туралы белгісіз`,
    nobody: 'Басқа телефон әлі қосылған жоқ',
    notKnown: 'Қанша телефонда бары әзірге белгісіз',
    asOf: (time) => `соңғы мәлімет: ${time}`,
  },

  add: 'Жаңа хабарландыру',
  topic: 'Не туралы',
  heading: (language) => `Тақырыбы, ${language}`,
  text: (language) => `Мәтіні, ${language}`,
  languagesHint: 'Бір тіл жеткілікті. Әркім алдымен өз тілін көреді.',
  phone: 'Қайда қоңырау шалу керек',
  phoneHint: 'Чатта ашылуы үшін ел кодымен: +7 701 …',
  phoneWrong: 'Бұл телефон нөмірі емес.',
  answersIn: 'Чатта да жауап береді',
  affected: 'Жол апаратын бекеттердің нөмірлері',
  affectedHint: 'Олардың аялдамаларына белгі қойылады. 12, 15, 17 …',
  affectedUnknown: (code) => `${code} нөмірлі бекет жоқ. Ештеңе сақталмады. Нөмірді түзетіңіз.`,
  affectedTooMany: '60 бекеттен артық емес. Ештеңе сақталмады. Қалғанына екінші хабарландыру жасаңыз.',
  untilDay: 'Соңғы күні',
  untilHint: 'Бос болса — сіз алып тастағанша.',
  pin: 'Бірінші экранда көрсету',
  pinYes: 'Иә',
  pinNo: 'Жоқ',
  headingMissing: 'Кемінде бір тілде тақырып керек.',
  close: 'Алып тастау',
  closeLead: 'Келесі байланыста барлық телефоннан кетеді.',
  reopen: 'Қайта көрсету',
};
