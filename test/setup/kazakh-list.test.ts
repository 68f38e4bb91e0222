import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { kazakhList, kazakhTexts } from '../../src/setup/kazakh-list.mjs';

const take = { path: 'driver.take', kk: 'Аламын', ru: 'Беру' };
const back = { path: 'common.back', kk: 'Артқа', ru: 'Назад' };

test('the list of Kazakh texts is up to date; if not, run npx node src/setup/write-kazakh-list.mjs', async () => {
  const written = readFileSync('src/i18n/kazakh-to-review.md', 'utf8');
  const texts = await kazakhTexts();
  expect(texts.length).toBeGreaterThan(700);
  expect(written === kazakhList(texts, written)).toBe(true);
});

test('a text that was marked as read stays marked while it stays as it is', () => {
  const first = kazakhList([take, back], '');
  const marked = first.replace('- [ ] `driver.take`', '- [x] `driver.take`');
  const next = kazakhList([take, back], marked);
  expect(next).toContain('## Not read yet: 1');
  expect(next).toContain('- [x] `driver.take` Аламын — Беру');
  expect(kazakhList([take, back], next)).toBe(next);
});

test.each([
  ['the Kazakh', { ...take, kk: 'Мен аламын' }],
  ['the Russian that it says the same as', { ...take, ru: 'Я беру' }],
])('the mark falls when %s changes', (_, changed) => {
  const marked = kazakhList([take], '').replace('[ ]', '[x]');
  expect(kazakhList([take], marked)).not.toContain('[ ]');
  const next = kazakhList([changed], marked);
  expect(next).toContain('## Not read yet: 1');
  expect(next).not.toContain('[x]');
});
