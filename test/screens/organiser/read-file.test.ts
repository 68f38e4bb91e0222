import { readFile } from 'node:fs/promises';

import { describe, expect, test } from 'vitest';

import { decodeText } from '#screens/organiser/import/decode-text.ts';
import { openFile } from '#screens/organiser/import/opened-file.ts';
import { type ParsedLines, parseLines } from '#screens/organiser/import/parse-lines.ts';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';
import { planInto } from '#test/support/import-into.ts';
import { openMemoryBranch } from '#test/support/memory-branch.ts';

async function bytesOf(fixture: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(`test/fixtures/${fixture}`));
}

async function linesOf(text: string): Promise<ParsedLines> {
  const parsed = await parseLines(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

async function readFixture(fixture: string): Promise<ParsedLines> {
  const decoded = decodeText(await bytesOf(fixture));
  if (!decoded.ok) throw new Error(decoded.error.code);
  return linesOf(decoded.value.text);
}

describe('a file from an older Windows, with a title, semicolons and decimal commas', () => {
  test('is read to the last line', async () => {
    const { cells } = await readFixture('deliveries-windows-1251.csv');
    const plan = planInto(openMemoryBranch(), cells);
    expect(plan).toMatchObject({ lineCount: 6, newLineCount: 4 });
    expect(plan.badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [7, ['amountMissing']],
      [8, ['dayUnclear']],
    ]);
    expect(plan.items.fresh.map(({ name }) => name)).toEqual(['Горячий обед', 'Чай', 'Хлеб "Домашний"']);
    expect(plan.runs.map(({ label }) => label)).toEqual(['Рейс 1', 'Мост, Коктал']);
  });
});

describe('a file in UTF-8 with a byte order mark', () => {
  test('keeps the Kazakh letters, and its first heading is found', async () => {
    const { cells } = await readFixture('checkpoints-utf-8.csv');
    const plan = planInto(openMemoryBranch(), cells);
    expect(plan.checkpoints.fresh).toMatchObject([
      { name: 'Ә нүктесі', code: '7', district: 'Сарыарқа', landmark: '«Оңтүстік» кіреберіс' },
      { name: 'Көпір', code: '8' },
    ]);
  });
});

describe('what is no CSV', () => {
  test('a spreadsheet of long ago, or a locked or broken one, is named as one', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0x14]);
    const broken = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]);
    for (const bytes of [old, broken]) {
      expect(await openFile(new Blob([bytes]))).toEqual({ ok: false, error: { code: 'spreadsheet' } });
    }
  });

  test('a workbook is its sheets, those without anything in them aside', async () => {
    const rows = [
      ['Name', 'Phone'],
      ['Anna', '+7 701 1'],
    ];
    const bytes = await writeXlsx([
      { name: 'Empty', rows: [['']] },
      { name: 'People', rows },
    ]);
    const opened = await openFile(new Blob([bytes]));
    expect(opened).toEqual({
      ok: true,
      value: [{ name: 'People', lines: { cells: rows, brokenLines: new Set() } }],
    });
  });

  test('a file too big to be a list is not read', () => {
    expect(decodeText(new Uint8Array(16_000_001))).toEqual({ ok: false, error: { code: 'tooBig' } });
  });

  test('an empty file is named as empty', async () => {
    expect(await parseLines(' \n;;\n;;\n')).toEqual({ ok: false, error: { code: 'empty' } });
  });

  test('a file with too many lines is not planned', async () => {
    expect(await parseLines('a;b\n'.repeat(50_001))).toEqual({ ok: false, error: { code: 'tooManyLines' } });
  });
});

describe('lines and cells', () => {
  test('UTF-16, as some spreadsheets save "Unicode text", is read too', async () => {
    const text = '\ufeffДата\tМесто\n1.1.2026\tМост\n';
    const bytes = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { encoding: 'utf-16le' } });
    if (decoded.ok) expect((await linesOf(decoded.value.text)).cells[1]).toEqual(['1.1.2026', 'Мост']);
  });

  test('a first line that names the separator is believed', async () => {
    expect((await linesOf('sep=;\r\na,b;c\r\n1,5;2\r\n')).cells.slice(0, 3)).toEqual([
      ['sep=', ''],
      ['a,b', 'c'],
      ['1,5', '2'],
    ]);
  });

  test('commas within amounts and names do not hide the semicolons between cells', async () => {
    const text = 'Место;Кол-во\nМост, левый берег;1,5\nШкола, №3;2,25\n';
    expect((await linesOf(text)).cells[1]).toEqual(['Мост, левый берег', '1,5']);
  });

  test('a cell may hold line breaks, and counts as one line', async () => {
    expect((await linesOf('a,b\n"x\ny",2\n3,4')).cells).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
      ['3', '4'],
    ]);
  });

  test('a quote that never closes breaks its own line and no other', async () => {
    const { cells, brokenLines } = await linesOf('a,b\n"x,1\ny,2\n"z",3\n');
    expect([...brokenLines]).toEqual([2]);
    expect(cells.slice(2, 4)).toEqual([
      ['y', '2'],
      ['z', '3'],
    ]);
  });
});
