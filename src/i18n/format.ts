/**
 * The one place that turns numbers, days and instants into text. Dates come from words that were taken from Node's ICU
 * (date-names.ts) and the branch's own UTC offset; only numbers ask `Intl`, Kazakh ones as `ru-KZ`, because browsers claim
 * Kazakh and print `12,345.6`.
 */
import { dayToDays, daysToCalendar, instantToWallClock, minuteMs, type CalendarDay } from './calendar.ts';
import { dateNames } from './date-names.ts';
import type { Language } from './language.ts';
import { plural, type PluralWords } from './plural.ts';

/** Counts are whole thousandths of a unit. */
const perUnit = 1_000;

const noBreakSpace = '\u00a0';

const locales: Readonly<Record<Language, string>> = { kk: 'ru-KZ', ru: 'ru-KZ', en: 'en-GB' };

/** Made when the first is asked for: a cheap phone spends a frame on each. */
const numberFormats = new Map<Language, Intl.NumberFormat>();

/** Below it a whole number is written alike in all languages. */
const FIRST_GROUPED = 1_000;

export function formatNumber(value: number, language: Language): string {
  if (Number.isInteger(value) && value >= 0 && value < FIRST_GROUPED) return String(value);
  const known = numberFormats.get(language);
  if (known !== undefined) return known.format(value);
  const format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 });
  numberFormats.set(language, format);
  return format.format(value);
}

/** 2500 thousandths as "2.5" or "2,5"; never more digits than there are. */
export function formatCount(thousandths: number, language: Language): string {
  return formatNumber(thousandths / perUnit, language);
}

/** "3 records": the number, and the word in the form that the number asks for. */
export function formatCounted(value: number, language: Language, words: PluralWords): string {
  return `${formatNumber(value, language)}${noBreakSpace}${plural(language, value, words)}`;
}

/** "20 portions": the unit is the branch's own word and stays as it was written. */
export function formatQuantity(thousandths: number, unit: string, language: Language): string {
  return `${formatCount(thousandths, language)}${noBreakSpace}${unit}`;
}

/** What a person typed, in thousandths: comma or point, spaces anywhere. Undefined when it is no count. */
export function parseCount(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^(?:\d{1,7}(?:\.\d{0,3})?|\.\d{1,3})$/.test(plain)) return undefined;
  return Math.round(Number(plain) * perUnit);
}

/** Minutes of a day as "05:30"; 1500 is 01:00 of the next day. */
export function formatMinuteOfDay(minuteOfDay: number): string {
  const hours = Math.floor(minuteOfDay / 60) % 24;
  return `${twoDigits(hours)}:${twoDigits(minuteOfDay % 60)}`;
}

/** "05:30–07:00". */
export function formatWindow(startMinute: number, endMinute: number): string {
  return `${formatMinuteOfDay(startMinute)}–${formatMinuteOfDay(endMinute)}`;
}

/** An instant as "14:02" by the branch's clock. */
export function formatTime(at: number, utcOffsetMinutes: number): string {
  return formatMinuteOfDay(instantToWallClock(at, utcOffsetMinutes).minuteOfDay);
}

/** The branch's calendar day of an instant, `YYYY-MM-DD`. */
export function instantToDay(at: number, utcOffsetMinutes: number): string {
  const { year, month, day } = daysToCalendar(instantToWallClock(at, utcOffsetMinutes).days);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

export type DayStyle = 'short' | 'long' | 'numeric';

/** `YYYY-MM-DD` as "Sun 8 Nov", "Sunday 8 November" or "08.11.2026". */
export function formatDay(day: string, language: Language, style: DayStyle = 'short'): string {
  const calendar = daysToCalendar(dayToDays(day));
  if (style === 'numeric') return `${twoDigits(calendar.day)}.${twoDigits(calendar.month)}.${calendar.year}`;
  const names = dateNames[language];
  const weekday = (style === 'short' ? names.weekdaysShort : names.weekdaysLong)[calendar.weekday] ?? '';
  const date = dayAndMonth(calendar, language, style);
  if (language === 'ru') return `${weekday}, ${date}`;
  return language === 'kk' ? `${date}, ${weekday}` : `${weekday} ${date}`;
}

/** "Mon 9 Nov – Sun 15 Nov". */
export function formatDays(first: string, last: string, language: Language): string {
  return `${formatDay(first, language)} – ${formatDay(last, language)}`;
}

/** "Mon": from Monday, 0, to Sunday, 6. */
export function formatWeekday(weekday: number, language: Language): string {
  return dateNames[language].weekdaysShort[(weekday + 1) % 7] ?? '';
}

/** "today", "tomorrow", "yesterday", and otherwise the day itself. */
export function formatDayFrom(today: string, day: string, language: Language, style: DayStyle = 'short'): string {
  const names = dateNames[language];
  const ahead = dayToDays(day) - dayToDays(today);
  if (ahead === 0) return names.today;
  if (ahead === 1) return names.tomorrow;
  return ahead === -1 ? names.yesterday : formatDay(day, language, style);
}

/** "8 Nov, 14:02" by the branch's clock. */
export function formatDateTime(at: number, utcOffsetMinutes: number, language: Language): string {
  const { days, minuteOfDay } = instantToWallClock(at, utcOffsetMinutes);
  return `${dayAndMonth(daysToCalendar(days), language, 'short')}, ${formatMinuteOfDay(minuteOfDay)}`;
}

const justNow: Readonly<Record<Language, string>> = { kk: 'жаңа ғана', ru: 'только что', en: 'just now' };

/** How long ago: "just now", "3 min ago", "2 hr ago", "5 days ago". A clock that was set back reads "just now". */
export function formatAgo(agoMs: number, language: Language): string {
  const names = dateNames[language];
  const minutes = Math.floor(agoMs / minuteMs);
  if (minutes < 1) return justNow[language];
  if (minutes < 60) return fill(plural(language, minutes, names.minutesAgo), minutes, language);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return fill(plural(language, hours, names.hoursAgo), hours, language);
  const days = Math.floor(hours / 24);
  return fill(plural(language, days, names.daysAgo), days, language);
}

const durationUnits: Readonly<
  Record<Language, { readonly hour: string; readonly minute: string; readonly second: string }>
> = {
  kk: { hour: 'сағ', minute: 'мин', second: 'с' },
  ru: { hour: 'ч', minute: 'мин', second: 'с' },
  en: { hour: 'h', minute: 'min', second: 's' },
};

/** "45 s", "12 min", "1 h 05 min". */
export function formatDuration(durationMs: number, language: Language): string {
  const units = durationUnits[language];
  const minutes = Math.floor(durationMs / minuteMs);
  if (minutes < 1) return `${Math.max(0, Math.floor(durationMs / 1_000))}${noBreakSpace}${units.second}`;
  if (minutes < 60) return `${minutes}${noBreakSpace}${units.minute}`;
  const rest = `${twoDigits(minutes % 60)}${noBreakSpace}${units.minute}`;
  return `${formatNumber(Math.floor(minutes / 60), language)}${noBreakSpace}${units.hour} ${rest}`;
}

/** Minutes east of UTC as "UTC+5" or "UTC−03:30". */
export function formatUtcOffset(utcOffsetMinutes: number): string {
  const sign = utcOffsetMinutes < 0 ? '−' : '+';
  const size = Math.abs(utcOffsetMinutes);
  const rest = size % 60;
  return `UTC${sign}${Math.floor(size / 60)}${rest === 0 ? '' : `:${twoDigits(rest)}`}`;
}

const sizeUnits: Readonly<Record<Language, readonly [string, string, string]>> = {
  kk: ['Б', 'кБ', 'МБ'],
  ru: ['Б', 'кБ', 'МБ'],
  en: ['B', 'kB', 'MB'],
};

/** "12.5 MB": one digit after the point at most, because nobody frees a tenth of a kilobyte. */
export function formatBytes(bytes: number, language: Language): string {
  const [byte, kilobyte, megabyte] = sizeUnits[language];
  if (bytes < 1_000) return `${bytes}${noBreakSpace}${byte}`;
  const unit = bytes < 1_000_000 ? kilobyte : megabyte;
  const size = bytes / (bytes < 1_000_000 ? 1_000 : 1_000_000);
  return `${formatNumber(Math.round(size * 10) / 10, language)}${noBreakSpace}${unit}`;
}

const lengthUnits: Readonly<Record<Language, readonly [string, string]>> = {
  kk: ['м', 'км'],
  ru: ['м', 'км'],
  en: ['m', 'km'],
};

/** "350 m", "3.4 km", "28 km": no more digits than a straight line on a map is good for. */
export function formatDistance(metres: number, language: Language): string {
  const [metre, kilometre] = lengthUnits[language];
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1_000) return `${formatNumber(tens, language)}${noBreakSpace}${metre}`;
  const kilometres = metres < 9_950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1_000);
  return `${formatNumber(kilometres, language)}${noBreakSpace}${kilometre}`;
}

function dayAndMonth({ day, month }: CalendarDay, language: Language, style: 'short' | 'long'): string {
  const names = dateNames[language];
  return `${day}${noBreakSpace}${(style === 'short' ? names.monthsShort : names.monthsLong)[month - 1] ?? ''}`;
}

function fill(template: string, count: number, language: Language): string {
  return template.replace('{n}', formatNumber(count, language));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
