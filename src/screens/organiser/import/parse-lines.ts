import { type Cells, isEmptyLine, MAX_IMPORT_LINES } from '#domain/import/cells.ts';
import { err, ok, type Result } from '#lib/result.ts';

export type ParsedLines = {
  readonly cells: Cells;
  /** Lines whose quotes do not close, as a spreadsheet counts. */
  readonly brokenLines: ReadonlySet<number>;
};

export type ParseFailure = { readonly code: 'empty' | 'tooManyLines' };

/** What separates cells, the likeliest first. */
const SEPARATORS = [';', ',', '\t', '|'] as const;
/** Lines that tell which separator it is. */
const SAMPLE_LINES = 100;

/** Brings the parser, which no other screen needs; asked for early, it is there when the network is not. */
export async function loadParser() {
  return (await import('papaparse')).default;
}

/**
 * A CSV text as lines of cells, whatever separates them. A quote that never closes would swallow the rest of the file:
 * then each line is read by itself, the broken ones are named, and the others are kept.
 */
export async function parseLines(text: string): Promise<Result<ParsedLines, ParseFailure>> {
  const { parse } = await loadParser();
  const delimiter = separatorOf(text, (separator) =>
    parse<string[]>(text, { delimiter: separator, preview: SAMPLE_LINES }).data.map(({ length }) => length),
  );
  const whole = parse<string[]>(text, { delimiter });
  const isBroken = whole.errors.some(({ type }) => type === 'Quotes');
  const parsed: ParsedLines = isBroken
    ? lineByLine(text, (line) => parse<string[]>(line, { delimiter }))
    : { cells: whole.data, brokenLines: new Set() };
  if (parsed.cells.length > MAX_IMPORT_LINES) return err({ code: 'tooManyLines' });
  return parsed.cells.every(isEmptyLine) ? err({ code: 'empty' }) : ok(parsed);
}

/**
 * The separator under which most lines have the same number of cells. Some spreadsheets say it in a first line of their own.
 * @param widthsUnder how many cells each line has under a separator
 */
function separatorOf(text: string, widthsUnder: (separator: string) => readonly number[]): string {
  const [, told] = /^\ufeff?"?sep=([;,\t|])"?\r?\n/i.exec(text) ?? [];
  if (told !== undefined) return told;
  const fits = SEPARATORS.map((separator) => ({ separator, ...commonest(widthsUnder(separator)) }));
  return fits.toSorted((a, b) => b.lineCount - a.lineCount || b.width - a.width)[0]?.separator ?? ',';
}

/** The commonest width of more than one cell. */
function commonest(widths: readonly number[]): { readonly width: number; readonly lineCount: number } {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, lineCount] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0];
  return { width, lineCount };
}

type ParsedLine = { readonly data: readonly string[][]; readonly errors: readonly { readonly type: string }[] };

function lineByLine(text: string, parse: (line: string) => ParsedLine): ParsedLines {
  const brokenLines = new Set<number>();
  const cells = text.split(/\r\n|\n|\r/).map((line, index) => {
    const { data, errors } = parse(line);
    if (errors.some(({ type }) => type === 'Quotes')) {
      brokenLines.add(index + 1);
      return [line];
    }
    return data[0] ?? [];
  });
  return { cells, brokenLines };
}
