import { describe, expect, test } from 'vitest';

import { addDays, calendarDay, dayToNumber, numberToDay } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';

describe('days are counted without a clock', () => {
  test('every day from 1990 to 2100 is counted as the language itself counts it', () => {
    const first = Date.UTC(1990, 0, 1) / 86_400_000;
    const last = Date.UTC(2100, 11, 31) / 86_400_000;
    const wrong: string[] = [];
    for (let days = first; days <= last; days += 1) {
      const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
      if (numberToDay(days) !== day || dayToNumber(day as Day) !== days) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(last - first).toBe(40_541);
  });

  test('tomorrow of the last of February', () => {
    expect(addDays('2024-02-29' as Day, 1)).toBe('2024-03-01');
    expect(addDays('2026-01-01' as Day, -1)).toBe('2025-12-31');
  });

  test('a day that no calendar has is none', () => {
    expect(calendarDay(2023, 2, 29)).toBeUndefined();
    expect(calendarDay(2023, 13, 1)).toBeUndefined();
    expect(calendarDay(2023, 4, 0)).toBeUndefined();
    expect(calendarDay(2024, 2, 29)).toBe('2024-02-29');
  });
});
