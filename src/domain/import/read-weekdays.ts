import { sameText } from './cells.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6];
/** The first letters by which a day of the week is known, from Monday, in English, Russian and Kazakh. */
const STARTS: readonly (readonly string[])[] = [
  ['mo', 'пн', 'по', 'дс', 'дү'],
  ['tu', 'вт', 'сс', 'сей'],
  ['we', 'ср', 'сә'],
  ['th', 'чт', 'че', 'бс', 'бе'],
  ['fr', 'пт', 'пя', 'жм', 'жұ'],
  ['sa', 'сб', 'су', 'сен'],
  ['su', 'вс', 'во', 'жс', 'же'],
];
const EVERY = /^(?:every ?day|daily|all|каждый день|ежедневно|все|күн сайын|күнделікті|барлығы)?$/u;

/**
 * Days of the week as people write them: "1", "Mon", "пн-пт", "сб, вс", "every day"; 0 is Monday. An empty cell is every
 * day. Undefined for what is none.
 */
export function readWeekdays(text: string): readonly number[] | undefined {
  const said = sameText(text);
  if (EVERY.test(said)) return WEEK;
  const days = new Set<number>();
  for (const part of said.split(/[\s,;/+]+/u)) {
    const [first, last, ...rest] = part.split(/[-–—]/u).map(weekdayOf);
    if (first === undefined || rest.length > 0 || (part.match(/[-–—]/u) !== null && last === undefined))
      return undefined;
    for (let day = first; ; day = (day + 1) % WEEK.length) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return [...days].toSorted((a, b) => a - b);
}

function weekdayOf(text: string): number | undefined {
  if (/^[1-7]$/.test(text)) return Number(text) - 1;
  const found = STARTS.findIndex((starts) => starts.some((start) => text.startsWith(start)));
  return found < 0 ? undefined : found;
}
