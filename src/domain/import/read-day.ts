import { err, ok, type Result } from '#lib/result.ts';
import type { Day } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import type { Mapping } from './fields.ts';

type DayOrder = Mapping['dayOrder'];

const TIME = '(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4}|\\d{2})(?: ?[гж]\\.?)?${TIME}$`);
const WITH_MONTH_NAME = /^(\d{1,2})[-. ]+(\p{L}{3,})\.?[-., ]+(\d{4}|\d{2})(?: ?[гж]\p{L}*\.?)?$/u;
/** Days since 30 December 1899, which is what a spreadsheet holds; from 1995 to 2064. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIALS = { first: 34_700, last: 60_000, epochOffset: 25_569 };

/** The first letters by which a month is known, in English, Russian and Kazakh. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'янв', 'қаң'],
  ['feb', 'фев', 'ақп'],
  ['mar', 'мар', 'нау'],
  ['apr', 'апр', 'сәу'],
  ['may', 'май', 'мая', 'мам'],
  ['jun', 'июн', 'мау'],
  ['jul', 'июл', 'шіл'],
  ['aug', 'авг', 'там'],
  ['sep', 'сен', 'қыр'],
  ['oct', 'окт', 'қаз'],
  ['nov', 'ноя', 'қар'],
  ['dec', 'дек', 'жел'],
];

/**
 * A day as people and spreadsheets write it: 2015-04-29, 29.04.2015, 4/29/15, 29 апр 2015, 42123.
 * @param today the branch's own day: what was driven was not driven tomorrow
 */
export function readDay(text: string, order: DayOrder, today: Day): Result<Day, BadReason> {
  if (text === '') return err('dayMissing');
  const day = writtenDay(text, order);
  if (day === undefined) return err('dayUnclear');
  return day > today ? err('dayInFuture') : ok(day);
}

/** Day first, unless a cell of this column has a second number that can only be a day. */
export function guessDayOrder(texts: readonly string[]): DayOrder {
  const isMonthFirst = texts.some((text) => {
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    return Number(second) > 12 && Number(first) <= 12;
  });
  return isMonthFirst ? 'monthFirst' : 'dayFirst';
}

function writtenDay(text: string, order: DayOrder): Day | undefined {
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(text) ?? [];
  if (isoYear !== undefined) return calendarDay(isoYear, Number(isoMonth), Number(isoDay));
  const [, first, second, year] = YEAR_LAST.exec(text) ?? [];
  if (year !== undefined) {
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return calendarDay(year, Number(month), Number(day));
  }
  const [, day, word, namedYear] = WITH_MONTH_NAME.exec(text) ?? [];
  if (word !== undefined && namedYear !== undefined) return calendarDay(namedYear, monthOf(word), Number(day));
  const serial = Number(SERIAL.exec(text)?.[1] ?? 0);
  return serial >= SERIALS.first && serial <= SERIALS.last ? serialDay(serial - SERIALS.epochOffset) : undefined;
}

function monthOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((starts) => starts.includes(start)) + 1;
}

function calendarDay(yearText: string, month: number, day: number): Day | undefined {
  const year = yearText.length === 2 ? 2_000 + Number(yearText) : Number(yearText);
  if (year < 1_990 || year > 2_100 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
    return undefined;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 January 1970 to a day of the calendar; the years are few, so counting them is enough. */
function serialDay(days: number): Day | undefined {
  let left = days;
  let year = 1_970;
  while (left >= yearLength(year)) {
    left -= yearLength(year);
    year += 1;
  }
  let month = 1;
  while (left >= monthLength(year, month)) {
    left -= monthLength(year, month);
    month += 1;
  }
  return calendarDay(String(year), month, left + 1);
}

function yearLength(year: number): number {
  return monthLength(year, 2) === 29 ? 366 : 365;
}
