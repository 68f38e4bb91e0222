import { expect, test } from 'vitest';
import { mapLink } from '#domain/views/map-links.ts';

const kokshetau = { lat: 53_284_000, lon: 69_391_700 };

test('2GIS and Yandex are given longitude first, Google and geo: latitude first', () => {
  expect(mapLink('twoGis', kokshetau)).toBe('https://2gis.kz/geo/69.391700,53.284000');
  expect(mapLink('yandex', kokshetau)).toContain('pt=69.391700,53.284000');
  expect(mapLink('google', kokshetau)).toContain('destination=53.284000,69.391700');
  expect(mapLink('other', kokshetau)).toBe('geo:53.284000,69.391700?q=53.284000,69.391700');
});

test('a millionth of a degree and places south and west keep their digits', () => {
  expect(mapLink('other', { lat: -1, lon: -180_000_000 })).toBe('geo:-0.000001,-180.000000?q=-0.000001,-180.000000');
});
