import { err, ok, type Result } from '#lib/result.ts';
import { calendarDay, numberToDay } from '../days.ts';
import type { Day } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import type { Mapping } from './fields.ts';

type DayOrder = Mapping['dayOrder'];

const TIME = '(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-./ ](\\d{1,2})[-./ ](\\d{4}|\\d{2})(?: ?[гж]\\.?)?${TIME}$`);
const WITH_MONTH_NAME = /^(\d{1,2})[-. ]+(\p{L}{3,})\.?[-., ]+(\d{4}|\d{2})(?: ?[гж]\p{L}*\.?)?$/u;
/** Days since 30 December 1899, which is what a spreadsheet holds; from 2000 to 2064. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIALS = { first: 36_526, last: 60_000, epochOffset: 25_569 };

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

/** The same of a day that is planned: it cannot be over. */
export function readDayAhead(text: string, order: DayOrder, today: Day): Result<Day, BadReason> {
  if (text === '') return err('dayMissing');
  const day = writtenDay(text, order);
  if (day === undefined) return err('dayUnclear');
  return day < today ? err('dayOver') : ok(day);
}

/** Day first, unless a cell of this column has a second number that can only be a day. */
export function guessDayOrder(texts: readonly string[]): DayOrder {
  const isMonthFirst = texts.some((text) => {
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    return Number(second) > 12 && Number(first) <= 12;
  });
  return isMonthFirst ? 'monthFirst' : 'dayFirst';
}

/** The day that a text says, whenever it is; undefined for what is no day. */
export function writtenDay(text: string, order: DayOrder): Day | undefined {
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(text) ?? [];
  if (isoYear !== undefined) return dayWithin(isoYear, Number(isoMonth), Number(isoDay));
  const [, first, second, year] = YEAR_LAST.exec(text) ?? [];
  if (year !== undefined) {
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return dayWithin(year, Number(month), Number(day));
  }
  const [, day, word, namedYear] = WITH_MONTH_NAME.exec(text) ?? [];
  if (word !== undefined && namedYear !== undefined) return dayWithin(namedYear, monthOf(word), Number(day));
  const serial = Number(SERIAL.exec(text)?.[1] ?? 0);
  return serial >= SERIALS.first && serial <= SERIALS.last ? numberToDay(serial - SERIALS.epochOffset) : undefined;
}

/** 0 for a word that is no month. */
function monthOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((starts) => starts.includes(start)) + 1;
}

/** No record of a volunteers' branch is older or younger; a year outside is a slip of the hand. */
function dayWithin(yearText: string, month: number, day: number): Day | undefined {
  const year = yearText.length === 2 ? 2_000 + Number(yearText) : Number(yearText);
  return year >= 2_000 && year < 2_100 ? calendarDay(year, month, day) : undefined;
}
