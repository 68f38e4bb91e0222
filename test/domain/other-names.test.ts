import { describe, expect, test } from 'vitest';

import { allNames, nameIn, typedOtherNames } from '#domain/other-names.ts';
import { parseBody } from '#domain/rows.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';

const station = { name: 'Автобекет', otherNames: { kk: null, ru: 'Автовокзал', en: 'Bus station' } };
const bridge = { name: 'Көпір', otherNames: null };

describe('what a place is called', () => {
  test('in the reader’s language where there is a name in it, else as everybody calls it', () => {
    expect((['kk', 'ru', 'en'] as const).map((language) => nameIn(station, language))).toEqual([
      'Автобекет',
      'Автовокзал',
      'Bus station',
    ]);
    expect(nameIn(bridge, 'ru')).toBe('Көпір');
  });

  test('by all of its names, the main one first and none twice', () => {
    expect(allNames(station)).toEqual(['Автобекет', 'Автовокзал', 'Bus station']);
    expect(allNames(bridge)).toEqual(['Көпір']);
    expect(allNames({ name: 'Мост', otherNames: { kk: 'Көпір', ru: 'Мост', en: 'Көпір' } })).toEqual(['Мост', 'Көпір']);
  });

  test('as typed: without blanks around, without what only repeats the main name, and null when nothing is left', () => {
    expect(typedOtherNames('Мост', { kk: ' Көпір ', ru: 'Мост', en: ' ' })).toEqual({
      kk: 'Көпір',
      ru: null,
      en: null,
    });
    expect(typedOtherNames('Мост', { kk: '', ru: ' Мост', en: '' })).toBeNull();
  });

  test('in at most as many letters as the main name, on one line, and never in none', () => {
    const named = (kk: string) =>
      parseBody('placeName', { name: 'Мост', code: '7', otherNames: { kk, ru: null, en: null } });
    expect(named('ә'.repeat(MAX_NAME_LENGTH))?.otherNames?.kk).toHaveLength(MAX_NAME_LENGTH);
    for (const wrong of ['ә'.repeat(MAX_NAME_LENGTH + 1), '', ' ', 'Көпір\nМост']) expect(named(wrong)).toBeUndefined();
  });
});
