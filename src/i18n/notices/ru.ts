import { formatCounted, formatNumber } from '../format.ts';
import type { NoticeWords } from './en.ts';

const outOf = (count: number, phones: number): string =>
  `на других телефонах: ${formatNumber(count, 'ru')} из ${formatNumber(phones, 'ru')}`;

export const ru: NoticeWords = {
  title: 'Объявления',
  lead: 'Горячие линии, автобусы, дороги, погода. Они есть на каждом телефоне отделения, и без связи.',
  emptyTitle: 'Объявлений нет',
  emptyHint: 'Здесь появятся горячие линии и новости отделения.',
  count: (count) =>
    formatCounted(count, 'ru', { one: 'объявление', few: 'объявления', many: 'объявлений', other: 'объявления' }),
  topics: { hotline: 'Горячая линия', transport: 'Транспорт', road: 'Дорога', weather: 'Погода', other: 'Другое' },
  call: (phone) => `Позвонить ${phone}`,
  chats: { whatsapp: 'Ватсап', telegram: 'Телеграм' },
  until: (day) => `до ${day}`,
  pinned: 'на первом экране',
  over: 'больше не показано',
  affects: (places) => `По пути к: ${places}`,

  reach: {
    onAll: (phones) =>
      phones === 1 ? 'Есть на другом телефоне' : `Есть на всех остальных телефонах: ${formatNumber(phones, 'ru')}`,
    without: (count, phones) => `Ещё нет ${outOf(count, phones)}`,
    on: (count, phones) => `Есть ${outOf(count, phones)}`,
    notKnownOf: (count) =>
      `неизвестно о ${formatCounted(count, 'ru', { one: 'телефоне', few: 'телефонах', many: 'телефонах', other: 'телефона' })}`,
    nobody: 'Другие телефоны ещё не присоединились',
    notKnown: 'На скольких телефонах — пока неизвестно',
    asOf: (time) => `известно на ${time}`,
  },

  add: 'Новое объявление',
  topic: 'О чём',
  heading: (language) => `Заголовок, ${language}`,
  text: (language) => `Текст, ${language}`,
  languagesHint: 'Одного языка достаточно. Каждый видит свой первым.',
  phone: 'Куда звонить',
  phoneHint: 'С кодом страны, если должен открываться в чате: +7 701 …',
  phoneWrong: 'Это не номер телефона.',
  answersIn: 'Отвечает и в чате',
  affected: 'Номера постов, к которым она ведёт',
  affectedHint: 'Остановки будут отмечены. 12, 15, 17 …',
  affectedUnknown: (code) => `Поста ${code} нет. Ничего не сохранено. Исправьте номер.`,
  affectedTooMany: 'Не больше 60 постов. Ничего не сохранено. Для остальных сделайте второе объявление.',
  untilDay: 'Последний день',
  untilHint: 'Пусто — пока вы не снимете.',
  pin: 'Показать на первом экране',
  pinYes: 'Да',
  pinNo: 'Нет',
  headingMissing: 'Нужен заголовок хотя бы на одном языке.',
  close: 'Снять',
  closeLead: 'Оно уйдёт со всех телефонов при следующей связи.',
  reopen: 'Показать снова',
};
