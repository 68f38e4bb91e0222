import { describe, expect, test } from 'vitest';

import { chooseLanguage, languages } from '#i18n/language.ts';
import { plural, pluralForm } from '#i18n/plural.ts';

const record = { one: 'запись', few: 'записи', many: 'записей', other: 'записи' };

describe('plurals', () => {
  test.each(languages)('%s has the forms that ICU gives, where they differ in words', (language) => {
    const rules = new Intl.PluralRules(language);
    const counts = [...Array.from({ length: 1_200 }, (_, index) => index), 0.5, 1.5, 2.5, 11.1, 1_000_001];
    for (const count of counts) {
      // Kazakh has a form for 1 that is spelled as every other: the noun after a number does not change.
      const theirs = language === 'kk' ? 'other' : rules.select(count);
      expect(pluralForm(language, count), `${count}`).toBe(theirs);
    }
  });

  test('the Russian records of a day', () => {
    const said = [1, 2, 5, 11, 14, 21, 22, 25, 111, 2.5].map((count) => plural('ru', count, record));
    expect(said).toEqual([
      'запись',
      'записи',
      'записей',
      'записей',
      'записей',
      'запись',
      'записи',
      'записей',
      'записей',
      'записи',
    ]);
  });

  test('a form that a catalogue leaves out is the common one', () => {
    expect(plural('en', 1, { other: 'sheep' })).toBe('sheep');
  });
});

describe('the language that is chosen', () => {
  test('is the first that there is, whatever the region', () => {
    expect(chooseLanguage(['kk-KZ', 'ru'])).toBe('kk');
    expect(chooseLanguage(['uz', 'en-US', 'ru'])).toBe('en');
    expect(chooseLanguage(['RU-kz'])).toBe('ru');
  });

  test('is Russian when there is none of the phone’s', () => {
    expect(chooseLanguage(['de', 'fr'])).toBe('ru');
    expect(chooseLanguage([])).toBe('ru');
  });
});
