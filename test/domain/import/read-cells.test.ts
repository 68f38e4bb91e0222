import { describe, expect, test } from 'vitest';

import { cleanText, shortened } from '#domain/import/cells.ts';
import { guessDecimalSign, readCount } from '#domain/import/read-count.ts';
import { guessDayOrder, readDay } from '#domain/import/read-day.ts';
import { readPosition } from '#domain/import/read-position.ts';
import type { Day } from '#domain/scalars.ts';

const today = '2026-11-24' as Day;

describe('an amount', () => {
  test.each([
    ['20', 20_000],
    ['2.5', 2_500],
    ['2,5', 2_500],
    ['.5', 500],
    ['1 200', 1_200_000],
    ['1\u00a0200,5', 1_200_500],
    ['1\u202f200', 1_200_000],
    ['1,234.5', 1_234_500],
    ['1.234,5', 1_234_500],
    ['12,345,678'.replace(',345,678', ',345'), undefined],
    ['0,125', 125],
    ['2.4999999999999996', 2_500],
    ['1000000', 1_000_000_000],
    ['0', 0],
  ])('"%s" is read', (text, thousandths) => {
    const read = readCount(text, 'unclear');
    expect(read).toEqual(
      thousandths === undefined ? { ok: false, error: 'amountAmbiguous' } : { ok: true, value: thousandths },
    );
  });

  test.each([
    ['', 'amountMissing'],
    ['-3', 'amountNegative'],
    ['about 20', 'amountUnclear'],
    ['5 boxes', 'amountUnclear'],
    ['1,23,4', 'amountUnclear'],
    ['0.3333', 'amountTooFine'],
    ['1000001', 'amountTooLarge'],
  ])('"%s" is named as bad: %s', (text, reason) => {
    expect(readCount(text, 'point')).toEqual({ ok: false, error: reason });
  });

  test('"1,250" is a thousand or one and a quarter, and the person says which', () => {
    expect(readCount('1,250', 'unclear')).toEqual({ ok: false, error: 'amountAmbiguous' });
    expect(readCount('1,250', 'comma')).toEqual({ ok: true, value: 1_250 });
    expect(readCount('1,250', 'point')).toEqual({ ok: true, value: 1_250_000 });
    expect(readCount('1.250', 'comma')).toEqual({ ok: true, value: 1_250_000 });
  });

  test('other cells of the column tell the decimal sign', () => {
    expect(guessDecimalSign(['1,250', '2,5'])).toBe('comma');
    expect(guessDecimalSign(['1,250', '2.5'])).toBe('point');
    expect(guessDecimalSign(['1,250', '3'])).toBe('unclear');
    expect(guessDecimalSign(['2,5', '2.5', '1,250'])).toBe('unclear');
    expect(guessDecimalSign(['3', ''])).toBe('point');
  });
});

describe('a day', () => {
  test.each([
    '2015-04-29',
    '2015/4/29',
    '2015-04-29 00:00:00',
    '2015-04-29T10:15:00Z',
    '29.04.2015',
    '29.4.15',
    '29/4/2015',
    '29-04-2015',
    '29.04.2015 г.',
    '29.04.2015 14:30',
    '29 Apr 2015',
    '29-Apr-15',
    '29 апреля 2015 г.',
    '29 сәуір 2015',
    '42123',
    '42123.0',
  ])('"%s" is 29 April 2015', (text) => {
    expect(readDay(text, 'dayFirst', today)).toEqual({ ok: true, value: '2015-04-29' });
  });

  test.each([
    ['', 'dayMissing'],
    ['31.02.2015', 'dayUnclear'],
    ['29.02.2015', 'dayUnclear'],
    ['spring', 'dayUnclear'],
    ['29.13.2015', 'dayUnclear'],
    ['12345', 'dayUnclear'],
    ['25.11.2026', 'dayInFuture'],
  ])('"%s" is named as bad: %s', (text, reason) => {
    expect(readDay(text, 'dayFirst', today)).toEqual({ ok: false, error: reason });
  });

  test('29 February is a day in a leap year', () => {
    expect(readDay('29.02.2016', 'dayFirst', today).ok).toBe(true);
    expect(readDay('42429', 'dayFirst', today)).toEqual({ ok: true, value: '2016-02-29' });
  });

  test('the month comes first where a cell proves it', () => {
    expect(guessDayOrder(['4/5/2015', '4/29/2015'])).toBe('monthFirst');
    expect(guessDayOrder(['4/5/2015', '5/4/2015'])).toBe('dayFirst');
    expect(readDay('4/5/2015', 'monthFirst', today)).toEqual({ ok: true, value: '2015-04-05' });
  });
});

describe('a position', () => {
  test('is read with point or comma, and rounded to millionths', () => {
    expect(readPosition('27.642199999999999', '85.459800000000001')).toEqual({
      ok: true,
      value: { lat: 27_642_200, lon: 85_459_800 },
    });
    expect(readPosition('-27,5', '−85,25')).toEqual({ ok: true, value: { lat: -27_500_000, lon: -85_250_000 } });
    expect(readPosition('', '')).toEqual({ ok: true, value: null });
  });

  test.each([
    ['27.6', ''],
    ['', '85'],
    ['91', '10'],
    ['45', '181'],
    ['N 45', '10'],
  ])('"%s", "%s" is no place on earth', (lat, lon) => {
    expect(readPosition(lat, lon)).toEqual({ ok: false, error: 'positionUnclear' });
  });
});

describe('a text', () => {
  test('loses what cannot be seen', () => {
    expect(cleanText('\ufeff  Hot\u00a0 meal\u202e\t\n x ')).toBe('Hot meal x');
  });

  test('too long for a name is cut where one sees it, and never in the middle of a letter', () => {
    expect(shortened('a'.repeat(80))).toBe('a'.repeat(80));
    expect(shortened('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`);
    expect(shortened(`${'a'.repeat(78)}😀😀`)).toBe(`${'a'.repeat(78)}…`);
  });
});
