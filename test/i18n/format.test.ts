import { describe, expect, test } from 'vitest';

import { daysToCalendar, dayToDays } from '#i18n/calendar.ts';
import { checkFormats } from '#i18n/format-check.ts';
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDay,
  formatDayFrom,
  formatDistance,
  formatDuration,
  formatMinuteOfDay,
  formatQuantity,
  formatTime,
  formatUtcOffset,
  formatWindow,
  instantToDay,
  parseCount,
} from '#i18n/format.ts';

const minute = 60_000;
const hour = 60 * minute;

test('the formats that a browser must give too are right here', () => {
  expect(checkFormats()).toEqual([]);
});

test('the calendar agrees with the one of the machine on every day of two centuries', () => {
  for (let days = -25_000; days < 50_000; days += 1) {
    const date = new Date(days * 86_400_000);
    const calendar = daysToCalendar(days);
    const theirs = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()];
    if (theirs.join() !== [calendar.year, calendar.month, calendar.day, calendar.weekday].join()) {
      expect(calendar, `day ${days}`).toEqual(theirs);
    }
    if (dayToDays(date.toISOString().slice(0, 10)) !== days) expect.fail(`${date.toISOString()} is not day ${days}`);
  }
});

describe('counts', () => {
  test('whole thousandths are shown with no more digits than there are', () => {
    expect(formatCount(20_000, 'en')).toBe('20');
    expect(formatCount(2_500, 'ru')).toBe('2,5');
    expect(formatCount(1, 'kk')).toBe('0,001');
    expect(formatCount(0, 'kk')).toBe('0');
  });

  test('the unit stays as the branch wrote it and on the same line as its number', () => {
    expect(formatQuantity(20_000, 'порций', 'ru')).toBe('20\u00a0порций');
  });

  test('what is shown can be typed back, in every language', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      for (const count of [0, 1, 500, 2_500, 20_000, 999_999]) {
        expect(parseCount(formatCount(count, language)), `${count} in ${language}`).toBe(count);
      }
    }
    expect(parseCount(formatCount(12_345_600, 'kk'))).toBe(12_345_600);
  });

  test('what is no count is not taken for one', () => {
    for (const text of ['', ' ', '.', ',', '-1', '1,2,3', '2.5555', 'ten', '1e3', '12345678', '٣']) {
      expect(parseCount(text), text).toBe(undefined);
    }
    expect(parseCount(' 1 200,5 ')).toBe(1_200_500);
    expect(parseCount('0,1')).toBe(100);
    expect(parseCount('.5')).toBe(500);
  });
});

describe('times', () => {
  test('a branch’s own offset decides which day and hour it is', () => {
    const at = Date.UTC(2026, 10, 7, 19, 30);
    expect(instantToDay(at, 300)).toBe('2026-11-08');
    expect(formatTime(at, 300)).toBe('00:30');
    expect(instantToDay(at, 0)).toBe('2026-11-07');
    expect(formatTime(at, -210)).toBe('16:00');
  });

  test('a window that ends on the next day shows the next day’s hour', () => {
    expect(formatWindow(1_320, 1_500)).toBe('22:00–01:00');
    expect(formatMinuteOfDay(1_440)).toBe('00:00');
    expect(formatMinuteOfDay(450)).toBe('07:30');
  });

  test('today, tomorrow and yesterday are called so, over the end of a year too', () => {
    expect(formatDayFrom('2026-12-31', '2027-01-01', 'en')).toBe('tomorrow');
    expect(formatDayFrom('2026-11-08', '2026-11-08', 'kk')).toBe('бүгін');
    expect(formatDayFrom('2026-11-08', '2026-11-07', 'ru')).toBe('вчера');
    expect(formatDayFrom('2026-11-08', '2026-11-10', 'en')).toBe('Tue 10\u00a0Nov');
    expect(formatDay('2026-02-03', 'kk', 'numeric')).toBe('03.02.2026');
  });

  test('an age is rounded down, and a clock that was set back is just now', () => {
    expect(formatAgo(-hour, 'en')).toBe('just now');
    expect(formatAgo(minute - 1, 'en')).toBe('just now');
    expect(formatAgo(hour - 1, 'en')).toBe('59 min ago');
    expect(formatAgo(hour, 'ru')).toBe('1 ч назад');
    expect(formatAgo(23 * hour, 'kk')).toBe('23 сағ. бұрын');
    expect(formatAgo(48 * hour, 'en')).toBe('2 days ago');
  });

  test('durations, offsets and sizes', () => {
    expect(formatDuration(45_000, 'en')).toBe('45\u00a0s');
    expect(formatDuration(12 * minute, 'kk')).toBe('12\u00a0мин');
    expect(formatDuration(hour + 5 * minute, 'en')).toBe('1\u00a0h 05\u00a0min');
    expect(formatUtcOffset(300)).toBe('UTC+5');
    expect(formatUtcOffset(345)).toBe('UTC+5:45');
    expect(formatUtcOffset(-210)).toBe('UTC−3:30');
    expect(formatBytes(999, 'en')).toBe('999\u00a0B');
    expect(formatBytes(1_550, 'ru')).toBe('1,6\u00a0кБ');
    expect(formatBytes(40_000_000, 'kk')).toBe('40\u00a0МБ');
    expect(formatDistance(347, 'en')).toBe('350\u00a0m');
    expect(formatDistance(998, 'ru')).toBe('1\u00a0км');
    expect(formatDistance(3_449, 'kk')).toBe('3,4\u00a0км');
    expect(formatDistance(28_400, 'en')).toBe('28\u00a0km');
  });
});
