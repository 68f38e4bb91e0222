import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { readXlsx } from '#screens/organiser/spreadsheet/read-xlsx.ts';
import { isDateFormat, serialText } from '#screens/organiser/spreadsheet/serial-date.ts';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';

/** A workbook as Excel writes it: shared strings, styles by number, formulas, a prefix, lines and cells left out. */
function excelFile(sheet: string, parts: Readonly<Record<string, string>> = {}) {
  const files = {
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="План &amp; факт" sheetId="1" r:id="rId7"/>' +
      '<x:sheet name="Скрытый" sheetId="2" state="hidden" r:id="rId7"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Type="t" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>Пункт</t></si><si><r><t>Ави</t></r><r><t xml:space="preserve">я </t></r><rPh><t>x</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    ...parts,
  };
  const packed = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(packed));
}

async function cellsOf(bytes: Uint8Array<ArrayBuffer>) {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('a workbook', () => {
  test('is read as people see it: shared and split texts, days, times, numbers, what a formula gave', async () => {
    const [sheet, ...others] = await cellsOf(
      excelFile(
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
          '<row r="4"><c r="A4" s="1"><v>46037</v></c><c r="B4" s="2"><v>0.364583333333333</v></c>' +
          '<c r="C4"><v>2.4999999999999996</v></c><c r="D4" s="3"><v>7</v></c><c r="E4" t="str"><f>A1</f><v>a&lt;b</v></c>' +
          '<c r="F4" t="e"><v>#REF!</v></c><c r="G4" t="b"><v>1</v></c></row>',
      ),
    );
    expect(others).toEqual([]);
    expect(sheet).toEqual({
      name: 'План & факт',
      cells: [[], ['Пункт', '', 'Авия '], [], ['2026-01-15', '08:45', '2.5', '7', 'a<b', '', '1']],
    });
  });

  test('that counts its days from 1904 says the same days', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>';
    const [sheet] = await cellsOf(excelFile('<row><c s="1"><v>44575.5</v></c></row>', { 'xl/workbook.xml': workbook }));
    expect(sheet?.cells).toEqual([['2026-01-15 12:00']]);
  });

  test('that we write is what we read, whatever is in it', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !/_x[0-9A-Fa-f]{4}_/.test(text)),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => Math.round(n * 1e3) / 1e3),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const [sheet] = await cellsOf(await writeXlsx([{ name: 'a', rows: lines }]));
        // XML has no control characters, and reads every line break as one sign.
        const asXml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
        expect(sheet?.cells).toEqual(
          lines.map((cells) =>
            cells.map((one) => (typeof one === 'number' ? String(one === 0 ? 0 : one) : asXml(one))),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('that is none is said to be none: an archive of something else, a broken one, a locked one', async () => {
    const archive = zipSync({ 'word/document.xml': strToU8('<w/>') });
    const whole = excelFile('<row/>');
    for (const bytes of [archive, whole.slice(0, 200), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])]) {
      expect(await readXlsx(bytes)).toEqual({ ok: false, error: { code: 'notAWorkbook' } });
    }
  });

  test('that claims a cell in the millionth line makes no million lines', async () => {
    const [sheet] = await cellsOf(
      excelFile('<row r="1"><c r="A1"><v>1</v></c></row><row r="999999"><c r="ZZZ1"><v>1</v></c></row>'),
    );
    expect(sheet?.cells).toEqual([['1']]);
  });
});

test('formats that show days or times are told from those that show numbers', () => {
  for (const code of ['dd.mm.yyyy', 'yyyy-mm-dd', 'h:mm', '[h]:mm', 'd mmm', '[$-419]d mmmm'])
    expect(isDateFormat(164, code), code).toBe(true);
  for (const code of ['0.00', '#,##0', 'General', '0"d"', '0.0\\d', '[Red]0'])
    expect(isDateFormat(164, code), code).toBe(false);
  expect([0, 14, 20, 49].map((id) => isDateFormat(id, undefined))).toEqual([false, true, true, false]);
  expect(serialText(0.999999, 1900)).toBe('1899-12-31');
});
