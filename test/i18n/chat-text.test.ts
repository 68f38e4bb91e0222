import { describe, expect, test } from 'vitest';

import type { Count, Line, RowId } from '#domain/scalars.ts';
import { type ChatGap, type ChatRun, gapText, runText, type Said } from '#i18n/print/chat-text.ts';
import type { Language } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';

const [MEAL, TEA] = ['meal' as RowId, 'tea' as RowId];
const line = (item: RowId, units: number): Line => ({ item, count: (units * 1000) as Count });

async function said(language: Language): Promise<Said> {
  const itemsById = new Map([
    [MEAL, { name: 'Плов', unit: 'порций' }],
    [TEA, { name: 'Чай', unit: 'л' }],
  ]);
  return { language, words: (await loadWords(language, 'print')).chat, itemsById };
}

const BRIDGE = {
  name: 'Мост',
  otherNames: { kk: 'Көпір', ru: null, en: 'Bridge' },
  code: '12',
  landmark: 'у киоска',
  phone: '+7 701 000 00 12',
  position: { lat: 53_280_000, lon: 69_390_100 },
};
const STATION = { ...BRIDGE, name: 'Вокзал', otherNames: null, code: '7', landmark: '', phone: null, position: null };
const LUNCH = { name: 'Обед', startMinute: 720, endMinute: 840 };

const GAP: ChatGap = { place: BRIDGE, on: '2026-01-15', window: LUNCH, missing: [line(MEAL, 20), line(TEA, 2.5)] };
const RUN: ChatRun = {
  label: 'Юг',
  on: '2026-01-15',
  window: LUNCH,
  kitchen: { name: 'Школа', otherNames: null, landmark: 'со двора', phone: '+7 701 000 00 01', position: null },
  stops: [
    { place: BRIDGE, lines: [line(MEAL, 20)] },
    { place: STATION, lines: [line(MEAL, 10), line(TEA, 2.5)] },
  ],
};

/** As a person reads it: the spaces that hold a number to its unit look like any other. */
const read = (text: string) => text.replaceAll('\u00a0', ' ').split('\n');

describe('a gap, ready for a chat', () => {
  test('in Russian', async () => {
    expect(read(gapText(GAP, await said('ru')))).toEqual([
      'Ещё нужна еда: Мост (№ 12), у киоска, 53.28000 69.39010',
      'четверг, 15 января · Обед 12:00–14:00',
      'Не хватает: Плов 20 порций, Чай 2,5 л',
      'Кто может привезти? Ответьте, пожалуйста, здесь.',
    ]);
  });

  test('in Kazakh, with the name that the place has there', async () => {
    expect(read(gapText(GAP, await said('kk')))).toEqual([
      'Әлі де тамақ керек: Көпір (№ 12), у киоска, 53.28000 69.39010',
      '15 қаңтар, бейсенбі · Обед 12:00–14:00',
      'Жетпейді: Плов 20 порций, Чай 2,5 л',
      'Кім апара алады? Осында жауап беріңізші.',
    ]);
  });

  test('in English', async () => {
    expect(read(gapText(GAP, await said('en')))).toEqual([
      'Food is still needed: Bridge (No. 12), у киоска, 53.28000 69.39010',
      'Thursday 15 January · Обед 12:00–14:00',
      'Missing: Плов 20 порций, Чай 2.5 л',
      'Who can bring it? Please answer here.',
    ]);
  });

  test('it holds no telephone: whoever is in the chat reads it', async () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      expect(gapText(GAP, await said(language))).not.toMatch(/\+7|701/);
    }
  });
});

describe('a run for a driver without the app', () => {
  test('it says what the printed sheet says: where to load, what, and each stop in its order', async () => {
    expect(read(runText(RUN, await said('ru')))).toEqual([
      'Ваш рейс: Юг',
      'четверг, 15 января · Обед 12:00–14:00',
      'Загрузка: Школа, со двора, +7 701 000 00 01',
      'Загрузить: Плов 30 порций, Чай 2,5 л',
      '',
      '1. Мост (№ 12), у киоска, 53.28000 69.39010, +7 701 000 00 12',
      'Плов 20 порций',
      '',
      '2. Вокзал (№ 7)',
      'Плов 10 порций, Чай 2,5 л',
      '',
      'После каждой остановки напишите сюда номер поста и сколько вы передали.',
    ]);
  });

  test('a run without a name, a window or a kitchen says nothing of them', async () => {
    const bare: ChatRun = { ...RUN, label: '', window: undefined, kitchen: undefined, stops: RUN.stops.slice(1) };
    expect(read(runText(bare, await said('en')))).toEqual([
      'Your run',
      'Thursday 15 January',
      'Load: Плов 10 порций, Чай 2.5 л',
      '',
      '1. Вокзал (No. 7)',
      'Плов 10 порций, Чай 2.5 л',
      '',
      'After each stop please write here: the number of the place and how much you handed over.',
    ]);
  });
});
