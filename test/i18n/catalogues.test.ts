import { describe, expect, test } from 'vitest';

import { languages, type Language } from '#i18n/language.ts';
import { areas, loadWords, type Area } from '#i18n/load-words.ts';

/** Every word of a catalogue by its path; functions are asked with 21, which needs its own plural in Russian. */
function wordsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return wordsOf(askedWith21(value as Words), `${path}()`);
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither words nor a group of words`);
  return Object.entries(value).flatMap(([key, inner]) => wordsOf(inner, path === '' ? key : `${path}.${key}`));
}

type Words = (...facts: number[]) => unknown;

const askedWith21 = (words: Words): unknown => words(...Array.from({ length: words.length }, () => 21));

const pathsOf = async (language: Language, area: Area): Promise<readonly string[]> =>
  wordsOf(await loadWords(language, area))
    .map(([path]) => path)
    .sort();

/** The same in every language: names of programs, ways to write a day, bare numbers. */
const notTranslated = /^(?:2GIS|Google|CSV|№ 21|−?21|0|21 %|20\d\d-\d\d-\d\d|[\d.,/]+|21: 21|21 \/ 21)$/;

describe.each(areas)('the words of %s', (area) => {
  test.each(languages)('are complete in %s', async (language) => {
    const paths = await pathsOf(language, area);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths).toEqual(await pathsOf('en', area));
  });

  test.each(languages)('are never empty, undefined or not a number in %s', async (language) => {
    for (const [path, text] of wordsOf(await loadWords(language, area))) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|null|\[object/);
      expect(text, path).not.toMatch(/ {2}|\s$|^\s/);
    }
  });

  test.each(languages)('hold what they were asked with in %s', async (language) => {
    for (const [path, text] of wordsOf(await loadWords(language, area))) {
      if (path.endsWith('()')) expect(text, path).toMatch(/21/);
    }
  });

  test.each(['kk', 'ru'] as const)('are written in Cyrillic in %s', async (language) => {
    const latin = wordsOf(await loadWords(language, area)).filter(
      ([, text]) => !/[а-яёәғқңөұүһі]/i.test(text) && !notTranslated.test(text.replaceAll('\u00a0', ' ')),
    );
    expect(latin).toEqual([]);
  });

  test('Kazakh is not Russian left over', async () => {
    const russian = new Map(wordsOf(await loadWords('ru', area)));
    const same = wordsOf(await loadWords('kk', area)).filter(
      ([path, text]) => text.length > 12 && russian.get(path) === text,
    );
    expect(same).toEqual([]);
  });
});

describe('states are called the same everywhere', () => {
  test.each([
    ['en', ['On this phone', 'Handed to', 'On the server', 'Needs you']],
    ['ru', ['На телефоне', 'Передано', 'На сервере', 'Нужно решение']],
    ['kk', ['Телефонда', 'Тапсырылды', 'Серверде', 'Шешім керек']],
  ] as const)('in %s', async (language, [phone, handed, server, needsYou]) => {
    const { states } = await loadWords(language, 'common');
    expect([states.phone, states.server, states.needsYou]).toEqual([phone, server, needsYou]);
    expect(states.handed('Aigul').startsWith(handed)).toBe(true);
  });
});

describe('whatever goes wrong', () => {
  test.each(languages)('is told in whole sentences in %s: what is safe, and what to do', async (language) => {
    const errors = wordsOf(await loadWords(language, 'errors'));
    const sentences = errors.filter(([path]) => /\.(?:safe|next)$/.test(path));
    expect(sentences.length).toBeGreaterThan(90);
    for (const [path, text] of sentences) expect(text, path).toMatch(/[.!?]$/);
    for (const [path, text] of errors.filter(([key]) => key.endsWith('.title'))) expect(text, path).not.toMatch(/\.$/);
  });
});

test('asking twice gives the same words, not a second download', () => {
  expect(loadWords('kk', 'driver')).toBe(loadWords('kk', 'driver'));
  expect(loadWords('kk', 'driver')).not.toBe(loadWords('ru', 'driver'));
});
