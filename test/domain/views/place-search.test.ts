import { expect, test } from 'vitest';
import { searchPlaces } from '#domain/views/place-search.ts';

const places = [
  { name: 'Көкше көпірі', code: '12' },
  { name: 'Вокзал 1', code: '7' },
  { name: 'Пост Ёлочка', code: '120' },
  { name: 'Автовокзал', code: '21' },
];
const named = places.map((place) => ({ otherNames: null, ...place }));
const found = (typed: string) => searchPlaces(named, typed).map(({ name }) => name);

test('a number finds the code itself first, then codes that begin with it, then names', () => {
  expect(found('12')).toEqual(['Көкше көпірі', 'Пост Ёлочка']);
  expect(found('1')).toEqual(['Көкше көпірі', 'Пост Ёлочка', 'Вокзал 1']);
});

test('a word that begins so comes before a word that only holds it', () => {
  expect(found('вокз')).toEqual(['Вокзал 1', 'Автовокзал']);
});

test('Kazakh letters are found on a Russian keyboard, and ё by е', () => {
  expect(found('кокше')).toEqual(['Көкше көпірі']);
  expect(found('копир')).toEqual(['Көкше көпірі']);
  expect(found('елочка')).toEqual(['Пост Ёлочка']);
});

test('nothing typed finds all, nonsense finds none', () => {
  expect(found('  ')).toHaveLength(4);
  expect(found('zzz')).toEqual([]);
});

test('a place is found by each of its names, whatever language its reader reads', () => {
  const station = { name: 'Автобекет', otherNames: { kk: null, ru: 'Автовокзал', en: 'Bus station' }, code: '3' };
  const all = [...named, station];
  const codes = (typed: string) => searchPlaces(all, typed).map(({ code }) => code);
  expect(codes('bus')).toEqual(['3']);
  expect(codes('station')).toEqual(['3']);
  expect(codes('автобек')).toEqual(['3']);
  expect(codes('автов')).toEqual(['21', '3']);
});
