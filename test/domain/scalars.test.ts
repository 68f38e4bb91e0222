import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import {
  branchId,
  checkpointCode,
  count,
  day,
  deviceId,
  instant,
  inviteId,
  minuteOfDay,
  name,
  nameOrEmpty,
  nearestInstant,
  note,
  phone,
  position,
  rowId,
  unit,
} from '#domain/scalars.ts';

const is = (schema: v.GenericSchema) => (value: unknown) => v.is(schema, value);

/** What each scalar takes, and what it refuses. */
const cases: readonly [string, v.GenericSchema, readonly unknown[], readonly unknown[]][] = [
  [
    'a name',
    name,
    ['Зеренда', 'Ақкөл', 'a', 'x'.repeat(80), '🍵', '=1+1'],
    [
      '',
      ' ',
      '\u00a0',
      'x'.repeat(81),
      'two\nlines',
      'tab\t',
      '\u0000',
      'a\u009bb',
      'a\u202eb',
      'a\u2028b',
      '\ud83c',
      7,
      null,
    ],
  ],
  ['a name or nothing', nameOrEmpty, ['', 'Kokshetau'], ['x'.repeat(81), 'two\nlines', '\udc00']],
  [
    'a note',
    note,
    ['', 'two\nlines', 'tab\there', 'x'.repeat(280)],
    ['x'.repeat(281), '\r', '\u001b[2J', '\u2066', '\ud800'],
  ],
  ['a unit', unit, ['l', 'порция'], ['', ' ', 'x'.repeat(25), 'l\n']],
  [
    'a telephone',
    phone,
    ['102', '+7 (716) 200-00-01', '87162000001'],
    ['', '+', '( )-', '7', '102; rm', '1\n02', '+7+7', '1'.repeat(25)],
  ],
  ['a code', checkpointCode, ['1', '17', '99999'], ['0', '07', '', '123456', '1a', '１']],
  [
    'a row’s id',
    rowId,
    ['dana000000000000.7', 'dana000000000000.7.12', 'kokshetau', 'x'.repeat(40)],
    [
      '',
      'dana.7',
      'dana000000000000.',
      'dana000000000000.7.1.2',
      'code~17',
      'A',
      'x'.repeat(41),
      'dana000000000000.12345678901',
    ],
  ],
  ['an invite’s id', inviteId, ['0'.repeat(26)], ['0'.repeat(25), '0'.repeat(27), 'O'.repeat(26)]],
  ['a device’s id', deviceId, ['0123456789abcdef'], ['0123456789abcde', '0123456789ABCDEF']],
  ['a branch’s id', branchId, ['kokshetau', 'b001'], ['abc', 'x'.repeat(17), 'Kokshetau']],
  ['a count', count, [0, 2_500, 1_000_000_000], [-1, 0.5, 1_000_000_001, Number.NaN, '1']],
  [
    'a day',
    day,
    ['2026-01-31', '2024-02-29', '2000-02-29', '2099-12-31'],
    [
      '2026-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '1999-01-01',
      '2026-1-1',
      '2026-01-15T00:00',
    ],
  ],
  ['an instant', instant, [Date.UTC(2000, 0, 1), Date.UTC(2026, 0, 15)], [0, Date.UTC(2100, 0, 2), 1.5e12 + 0.5]],
  ['a minute', minuteOfDay, [0, 1_440, 2_880], [-1, 2_881, 0.5]],
  [
    'a place on the map',
    position,
    [{ lat: 53_283_333, lon: 69_383_333 }],
    [{ lat: 90_000_001, lon: 0 }, { lat: 0.5, lon: 0 }, { lat: 0 }],
  ],
];

describe.each(cases)('%s', (_title, schema, taken, refused) => {
  test('is taken', () => {
    expect(taken.filter((value) => !is(schema)(value))).toEqual([]);
  });
  test('is refused', () => {
    expect(refused.filter((value) => is(schema)(value))).toEqual([]);
  });
});

test('a clock that is no clock still gives an instant', () => {
  for (const reading of [0, -1, Date.UTC(1970, 0, 1), Date.UTC(2300, 0, 1), 8.64e15, Date.UTC(2026, 0, 15) + 0.7]) {
    expect(v.is(instant, nearestInstant(reading))).toBe(true);
  }
  expect(nearestInstant(Date.UTC(2026, 0, 15))).toBe(Date.UTC(2026, 0, 15));
});
