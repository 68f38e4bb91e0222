import { type DateSystem, isDateFormat, serialText } from './serial-date.ts';
import { attribute, elements, textOf } from './xml-scan.ts';

/** A sheet as lines of cells, each cell the text that a person sees: days as `2026-01-15`, times as `07:30`. */
export type ReadSheet = { readonly name: string; readonly cells: readonly (readonly string[])[] };

/** The parts of a workbook that are read, by their paths. */
export type WorkbookParts = ReadonlyMap<string, string>;

/** Wider than any table that people type; Excel's own limit is 16,384. */
const MAX_COLUMNS = 1_000;
/** A file that claims a cell in line a million must not make a million lines. */
const MAX_ROWS = 60_000;

/** True for the parts without which nothing can be read; pictures and macros stay packed. */
export function isWorkbookPart(path: string): boolean {
  return /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i.test(path);
}

/** The visible sheets of a workbook (ECMA-376, "SpreadsheetML") in their order; empty when it is none. */
export function readWorkbook(parts: WorkbookParts): readonly ReadSheet[] {
  const workbook = parts.get('xl/workbook.xml') ?? '';
  const system = /<(?:\w+:)?workbookPr[^>]*\sdate1904="(?:1|true)"/.test(workbook) ? 1904 : 1900;
  const strings = [...elements(parts.get('xl/sharedStrings.xml') ?? '', 'si')].map(({ inner }) => textOf(inner));
  const dates = dateStyles(parts.get('xl/styles.xml') ?? '');
  const targets = sheetTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  return [...elements(workbook, 'sheet')]
    .filter(({ attributes }) => !/\sstate="(?:very)?[hH]idden"/.test(attributes))
    .flatMap(({ attributes }) => {
      const sheet = parts.get(targets.get(/\s\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? '');
      if (sheet === undefined) return [];
      return [{ name: attribute(attributes, 'name') ?? '', cells: readCells(sheet, { strings, dates, system }) }];
    });
}

type Reading = {
  readonly strings: readonly string[];
  /** Numbers of the cell styles that show a number as a day or a time. */
  readonly dates: ReadonlySet<number>;
  readonly system: DateSystem;
};

function readCells(sheet: string, reading: Reading): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const row of elements(sheet, 'row')) {
    const line = Number(attribute(row.attributes, 'r') ?? rows.length + 1);
    if (line > MAX_ROWS) break;
    while (rows.length < line - 1) rows.push([]);
    const cells: string[] = [];
    for (const cell of elements(row.inner, 'c')) {
      const column = columnOf(attribute(cell.attributes, 'r')) ?? cells.length;
      if (column >= MAX_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell.attributes, cell.inner, reading);
    }
    rows[line - 1] = cells;
  }
  return rows;
}

function cellText(attributes: string, inner: string, { strings, dates, system }: Reading): string {
  const type = attribute(attributes, 't');
  if (type === 'inlineStr') return textOf(inner);
  const [found] = elements(inner, 'v');
  const value = found === undefined ? '' : textOf(`<t>${found.inner}</t>`);
  if (type === 's') return strings[Number(value)] ?? '';
  // What a formula could not work out says nothing.
  if (type === 'e') return '';
  if (type !== undefined && type !== 'n') return value;
  const style = Number(attribute(attributes, 's') ?? 0);
  return dates.has(style) && value !== '' ? serialText(Number(value), system) : plainNumber(value);
}

/** "1.2E3" and "2.4999999999999996" as a person would write them. */
function plainNumber(value: string): string {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) ? value : String(Number(number.toPrecision(15)));
}

/** 2 of "C7". */
function columnOf(address: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(address ?? '') ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function dateStyles(styles: string): ReadonlySet<number> {
  const formats = new Map<number, string>();
  for (const { attributes } of elements(styles, 'numFmt'))
    formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
  const [cellXfs] = elements(styles, 'cellXfs');
  const dates = [...elements(cellXfs?.inner ?? '', 'xf')].map(({ attributes }) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return isDateFormat(id, formats.get(id));
  });
  return new Set(dates.flatMap((isDate, index) => (isDate ? [index] : [])));
}

/** The path of each sheet by the name that the workbook calls it by. */
function sheetTargets(relations: string): ReadonlyMap<string, string> {
  return new Map(
    [...elements(relations, 'Relationship')].map(({ attributes }) => {
      const target = attribute(attributes, 'Target') ?? '';
      return [attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}
