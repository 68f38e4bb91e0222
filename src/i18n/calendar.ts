/** The calendar in plain numbers, without `Date` and without the phone's time zone. */
export type CalendarDay = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
};

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Days since 1 January 1970 to a day of the calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function daysToCalendar(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
}

/** `YYYY-MM-DD` to days since 1 January 1970. */
export function dayToDays(day: string): number {
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** An instant to the branch's own wall clock: days since 1970 and minutes into that day. */
export function instantToWallClock(
  at: number,
  utcOffsetMinutes: number,
): { readonly days: number; readonly minuteOfDay: number } {
  const local = at + utcOffsetMinutes * minuteMs;
  const days = Math.floor(local / dayMs);
  return { days, minuteOfDay: Math.floor((local - days * dayMs) / minuteMs) };
}
