import type { Day } from './scalars.ts';

const ERA_DAYS = 146_097;
const EPOCH_SHIFT = 719_468;

/** Days since 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayToNumber(day: Day): number {
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH_SHIFT;
}

/** The day of a number of days since 1 January 1970. */
export function numberToDay(days: number): Day {
  const shifted = days + EPOCH_SHIFT;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

export function addDays(day: Day, count: number): Day {
  return numberToDay(dayToNumber(day) + count);
}

/** From Monday, 0, to Sunday, 6. The first day of 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (dayToNumber(day) + 3) % 7;
}

/** The day of a year, a month and a day of it; undefined for 31 February and the like. */
export function calendarDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const day = dayOf(year, month, dayOfMonth);
  return numberToDay(dayToNumber(day)) === day ? day : undefined;
}

function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
}
