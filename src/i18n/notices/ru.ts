import { formatCounted } from '../format.ts';
import type { NoticeWords } from './en.ts';

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

  add: 'Новое объявление',
  topic: 'О чём',
  heading: (language) => `Заголовок, ${language}`,
  text: (language) => `Текст, ${language}`,
  languagesHint: 'Одного языка достаточно. Каждый видит свой первым.',
  phone: 'Куда звонить',
  phoneHint: 'С кодом страны, если должен открываться в чате: +7 701 …',
  phoneWrong: 'Это не номер телефона.',
  answersIn: 'Отвечает и в чате',
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
