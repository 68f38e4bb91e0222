import fc from 'fast-check';
import { expect, test } from 'vitest';

import { csvText, safeText } from '#domain/export/csv-text.ts';
import { cellAt, cleanText } from '#domain/import/cells.ts';
import { parseLines } from '#screens/organiser/import/parse-lines.ts';

const ENGLISH = { separator: ',', decimalSign: '.' } as const;
const RUSSIAN = { separator: ';', decimalSign: ',' } as const;

test('no text of a file begins as a formula does, and numbers stay numbers', () => {
  const text = csvText([['=1+1', '+7 701', '-5', '@SUM(A1)', '\tx', '\r=1', -2.5, 'a=b']], ENGLISH);
  expect(text).toBe(`\ufeff'=1+1,'+7 701,'-5,'@SUM(A1),"'\tx","'\r=1",-2.5,a=b\r\n`);
});

test('each language gets the file that its spreadsheets read', () => {
  expect(csvText([['a;b', 'c,d', 2.5, '"e"\n']], RUSSIAN)).toBe('\ufeff"a;b";c,d;2,5;"""e""\n"\r\n');
});

test('whatever people wrote comes back from the file as it was, and none of it is run', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=cmd|’ /C calc’!A0', '+7 701 1', '"', "'", ';', '-'),
  );
  // A first line of three words tells how cells are parted, as the columns' names do in every file.
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(ENGLISH, RUSSIAN), async (lines, manner) => {
      const text = csvText([['one', 'two', 'three'], ...lines], manner);
      const parsed = await parseLines(text.slice(1));
      if (!parsed.ok) throw new Error(parsed.error.code);
      const [, ...read] = parsed.value.cells;
      for (const [index, line] of lines.entries()) {
        for (const [column, written] of line.entries()) {
          expect(read[index]?.[column] ?? '').toBe(safeText(written));
          if (!written.startsWith("'")) expect(cellAt(read[index] ?? [], column)).toBe(cleanText(written));
        }
      }
    }),
    { numRuns: 200 },
  );
});
