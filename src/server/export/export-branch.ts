import { type Body, type Kind, kinds, type Row } from '#domain/rows.ts';
import { csvManner } from '#domain/export/csv-manner.ts';
import { csvPieces } from '#domain/export/csv-text.ts';
import { exportedKinds, type ExportRows } from '#domain/export/export-rows.ts';
import { exportTables } from '#domain/export/export-tables.ts';
import { placesGeoJson } from '#domain/export/places-geojson.ts';
import { tableLines } from '#domain/export/table-lines.ts';
import type { Language } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';
import type { Survey } from '../storage/port.ts';

/** Takes a file's text piece by piece, so that no file is ever held as one text. */
export type WriteFile = (name: string, pieces: Iterable<string>) => void;

/** What lets somebody in, or only names a phone: keys, secrets' hashes, and the list of phones. None of it is anybody's record. */
export const withheldKinds = ['device', 'contact', 'invite', 'sponsorLink', 'claim'] as const satisfies readonly Kind[];

/**
 * Writes a branch as files: each kind of row as JSON, and the lists of the organisers' own export as tables and a map. One
 * kind is in memory at a time for JSON, and the lists' kinds together for the lists. Gives how many rows were written.
 */
export async function exportBranch(survey: Survey, language: Language, write: WriteFile): Promise<number> {
  const lists = new Map<Kind, readonly Row[]>();
  let count = 0;
  for (const kind of kinds) {
    if (withheldKinds.some((withheld) => withheld === kind)) continue;
    const rows = (await survey.rowsOfKind(kind)).flatMap(({ id, body }) =>
      body === null ? [] : [{ kind, id, body: JSON.parse(body) as Body } as Row],
    );
    write(`rows/${kind}.json`, jsonPieces(rows));
    count += rows.length;
    if (exportedKinds.some((exported) => exported === kind)) lists.set(kind, rows);
  }
  const rows = Object.fromEntries(lists) as unknown as ExportRows;
  const words = { ...(await loadWords(language, 'common')), ...(await loadWords(language, 'export')) };
  for (const table of exportTables(rows))
    write(`lists/${table.id}.csv`, csvPieces(tableLines(table, words), csvManner(language)));
  write('lists/places.geojson', [placesGeoJson(rows)]);
  return count;
}

/** A JSON list with one row in each line. */
function* jsonPieces(rows: readonly Row[]): Generator<string, void, undefined> {
  yield '[';
  for (const [index, { id, body }] of rows.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ id, body })}`;
  yield '\n]\n';
}
