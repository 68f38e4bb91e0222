import { numberToDay } from '#domain/days.ts';

/** From which year a workbook counts its days; those from old Macs from 1904. */
export type DateSystem = 1900 | 1904;

/** Days between a workbook's first day and 1 January 1970. */
const EPOCH_OFFSETS: Readonly<Record<DateSystem, number>> = { 1900: 25_569, 1904: 24_107 };
const DAY_MINUTES = 1_440;
const LAST_SERIAL = 100_000;

/** The formats that every spreadsheet knows by number (ECMA-376, 18.8.30): days, times, and both. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** True when a format shows a number as a day or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  // What stands in quotes or brackets, or after a backslash, is no letter of the format; [h] counts hours.
  const letters = code.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dyhs]|m/i.test(letters) && !/general/i.test(letters);
}

/** A day, a time of day, or both, as text that the import reads: `2026-01-15`, `07:30`, `2026-01-15 07:30`. */
export function serialText(serial: number, system: DateSystem): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return String(serial);
  const minutes = Math.round((serial % 1) * DAY_MINUTES);
  const days = Math.floor(serial) + (minutes === DAY_MINUTES ? 1 : 0);
  const time = clockText(minutes % DAY_MINUTES);
  if (days === 0) return time;
  const day = numberToDay(days - EPOCH_OFFSETS[system]);
  return minutes % DAY_MINUTES === 0 ? day : `${day} ${time}`;
}

function clockText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
