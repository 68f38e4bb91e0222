import { execFileSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { dateNames } from '#i18n/date-names.ts';

test('the names of months and days are those of Node’s ICU; if not, run src/setup/write-date-names.mjs', () => {
  const printed = execFileSync(process.execPath, ['src/setup/write-date-names.mjs', '--print'], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual(dateNames);
});

test('Node’s ICU really has the Kazakh names', () => {
  expect(dateNames.kk.monthsLong[10]).toBe('қараша');
  expect(dateNames.kk.weekdaysLong[0]).toBe('жексенбі');
  expect(new Set(dateNames.kk.monthsShort).size).toBe(12);
  expect(new Set(dateNames.kk.weekdaysShort).size).toBe(7);
});
