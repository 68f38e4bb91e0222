import { inflateSync } from 'node:zlib';

/** A page of a PDF that a browser made: its size in whole points, and its text in the order in which it was painted. */
export type PdfPage = { readonly width: number; readonly height: number; readonly text: string };

/**
 * Reads what Chromium writes: objects that stand alone, streams packed by deflate, glyphs of two bytes with a table of what
 * each of them means. A PDF by anybody else may read as empty, which no test would take for good.
 */
export function pagesOf(pdf: Buffer): readonly PdfPage[] {
  const objects = objectsOf(pdf);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const [, , width = 0, height = 0] = (/\/MediaBox \[([\d. ]+)\]/.exec(head)?.[1] ?? '').split(' ').map(Number);
      return { width: Math.round(width), height: Math.round(height), text: textOf(head, objects) };
    });
}

/** An object: what stands before its stream, and the stream unpacked. */
type PdfObject = { readonly head: string; readonly stream: string };
type PdfObjects = ReadonlyMap<string, PdfObject>;

function objectsOf(pdf: Buffer): PdfObjects {
  const source = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of source.matchAll(/(\d+) 0 obj\b([\s\S]*?)(?:\bendobj|\bstream\r?\n)/g)) {
    const [all, number = '', head = ''] = match;
    const begin = match.index + all.length;
    const isStream = !all.endsWith('endobj');
    const end = isStream ? source.indexOf('endstream', begin) : begin;
    const bytes = pdf.subarray(begin, end);
    const isPacked = head.includes('/FlateDecode');
    objects.set(number, { head, stream: isStream && isPacked ? unpacked(bytes) : bytes.toString('latin1') });
  }
  return objects;
}

/** Pictures and fonts are packed too; what does not unpack is no text. */
function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

function textOf(page: string, objects: PdfObjects): string {
  const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
  const meanings = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', number = ''] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
    meanings.set(name, meaningsOf(objects.get(table)?.stream ?? ''));
  }
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  const painted = objects.get(contents)?.stream ?? '';
  for (const [, name, glyphs, ends] of painted.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b/g)) {
    if (name !== undefined) font = meanings.get(name) ?? new Map();
    else if (ends !== undefined) text += '\n';
    else
      text +=
        (glyphs ?? '')
          .match(/.{4}/g)
          ?.map((glyph) => font.get(glyph.toUpperCase()) ?? '�')
          .join('') ?? '';
  }
  return text;
}

/** What each glyph means, by the font's own table. */
function meaningsOf(table: string): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const [, list = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', code = ''] of list.matchAll(/<(\w{4})> <(\w+)>/g))
      meanings.set(glyph.toUpperCase(), said(code));
  for (const [, list = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', code = ''] of list.matchAll(/<(\w{4})> <(\w{4})> <(\w+)>/g)) {
      for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph += 1) {
        const meaning = String.fromCodePoint(Number.parseInt(code, 16) + glyph - Number.parseInt(first, 16));
        meanings.set(glyph.toString(16).padStart(4, '0').toUpperCase(), meaning);
      }
    }
  }
  return meanings;
}

/** UTF-16 in digits. */
function said(code: string): string {
  return String.fromCharCode(...(code.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

/** A text without what paper changes: spaces, line breaks, capitals. */
export function plain(text: string): string {
  return text.replace(/[\s\u00ad]/gu, '').toLowerCase();
}

/** Which of these words a page does not say. */
export function missingOn(page: PdfPage | undefined, words: readonly string[]): readonly string[] {
  const text = plain(page?.text ?? '');
  return words.filter((word) => !text.includes(plain(word)));
}
