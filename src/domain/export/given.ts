import { byId, exportNames, units } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

export function sponsorsTable({ sponsor }: ExportRows): ExportTable {
  return {
    id: 'sponsors',
    columns: ['sponsor', 'language', 'status'],
    rows: sponsor.map(({ body: { name, language, status } }) => [name, language, status]),
  };
}

/** What was promised: so much on each day. */
export function pledgesTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'pledges',
    columns: ['sponsor', 'item', 'unit', 'amount', 'from', 'until', 'window', 'district', 'status'],
    rows: rows.pledge.map(({ body: { sponsor, item, count, from, until, window, district, status } }) => [
      names.sponsor(sponsor),
      ...names.item(item),
      units(count),
      from,
      until ?? '',
      names.window(window),
      district,
      status,
    ]),
  };
}

/** Whose food went with which run. */
export function loadsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const runs = byId(rows, 'run');
  const pledges = byId(rows, 'pledge');
  return {
    id: 'loads',
    columns: ['on', 'window', 'run', 'sponsor', 'item', 'unit', 'amount'],
    rows: rows.load.flatMap(({ id, body }) =>
      body.lines.map(({ pledge, item, count }): readonly ExportCell[] => [
        runs.get(id)?.on ?? '',
        names.window(runs.get(id)?.window ?? null),
        names.run(id),
        names.sponsor(pledges.get(pledge)?.sponsor ?? null),
        ...names.item(item),
        units(count),
      ]),
    ),
  };
}

/** What sponsors are told is needed. */
export function releasedTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'released',
    columns: ['on', 'window', 'district', 'item', 'unit', 'amount', 'status'],
    rows: rows.need.map(({ body: { item, count, on, window, district, status } }) => [
      on,
      names.window(window),
      district,
      ...names.item(item),
      units(count),
      status,
    ]),
  };
}
