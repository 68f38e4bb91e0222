/**
 * Writes src/i18n/date-names.ts from the words that this Node's ICU has:
 * `node_modules/.bin/node src/setup/write-date-names.mjs && npx oxfmt src/i18n/date-names.ts`.
 * With `--print` it only says them, as JSON, for the test that compares.
 *
 * Chromium claims Kazakh in `Intl` and prints `M01 8, Sat`; Node's ICU has the words, so they are taken from there once
 * and shipped. English and Russian go the same way: one path, and every phone, old or new, writes the same date.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './paths.mjs';

const languages = ['kk', 'ru', 'en-GB'];
const target = join(ROOT, 'src/i18n/date-names.ts');

/** One number for each plural form of whole numbers in the three languages. */
const samples = [1, 3, 5];

/** The names of all languages, by language code. */
function readDateNames() {
  return Object.fromEntries(languages.map((tag) => [tag.slice(0, 2), namesOf(tag)]));
}

/** @param {string} tag */
function namesOf(tag) {
  return {
    monthsLong: months(tag, 'long'),
    monthsShort: months(tag, 'short'),
    weekdaysLong: weekdays(tag, 'long'),
    weekdaysShort: weekdays(tag, 'short'),
    today: relative(tag, 0, 'day'),
    tomorrow: relative(tag, 1, 'day'),
    yesterday: relative(tag, -1, 'day'),
    minutesAgo: agoTemplates(tag, 'minute'),
    hoursAgo: agoTemplates(tag, 'hour'),
    daysAgo: agoTemplates(tag, 'day'),
  };
}

/**
 * As a month is written beside a day: Russian declines it.
 * @param {string} tag
 * @param {'long' | 'short'} month
 */
function months(tag, month) {
  const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2026, index, 8));
    return parts.find((part) => part.type === 'month')?.value;
  });
}

/**
 * From Sunday.
 * @param {string} tag
 * @param {'long' | 'short'} weekday
 */
function weekdays(tag, weekday) {
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2026, 0, 4 + index)));
}

/**
 * @param {string} tag
 * @param {number} days
 * @param {'day'} unit
 */
function relative(tag, days, unit) {
  return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, unit);
}

/**
 * "{n} min ago", one for each plural form that the language has.
 * @param {string} tag
 * @param {'minute' | 'hour' | 'day'} unit
 */
function agoTemplates(tag, unit) {
  const format = new Intl.RelativeTimeFormat(tag, { style: 'short', numeric: 'always' });
  const plural = new Intl.PluralRules(tag);
  const templates = samples.map((count) => {
    const parts = format.formatToParts(-count, unit);
    const isNumber = (/** @type {Intl.RelativeTimeFormatPart} */ part) => 'unit' in part;
    const words = parts.map((part) => (isNumber(part) ? '{n}' : part.value)).join('');
    return [plural.select(count), words.replace(/(?:\{n\})+/, '{n}')];
  });
  const forms = Object.fromEntries(templates);
  return { ...forms, other: forms.other ?? forms.many };
}

const names = readDateNames();
if (process.argv.includes('--print')) {
  process.stdout.write(JSON.stringify(names));
} else {
  const node = process.versions.node.split('.')[0];
  const heading = `// Written by src/setup/write-date-names.mjs from the ICU of Node ${node}; not to be edited by hand.\n`;
  writeFileSync(target, `${heading}export const dateNames = ${JSON.stringify(names)} as const;\n`);
}
