import { clock, exportNames, units } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

/** From Monday, 1, to Sunday, 7, as calendars count. */
const FIRST_WEEKDAY = 1;

/** What stands, one line for each weekday on which it does, and each item. */
export function needsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'needs',
    columns: [
      ...(['code', 'place', 'district', 'window', 'weekday', 'headcount', 'item', 'unit'] as const),
      ...(['perHead', 'priority', 'from', 'until'] as const),
    ],
    rows: rows.requirement.flatMap(({ body }) =>
      body.headcounts.flatMap((headcount, weekday) =>
        headcount === 0
          ? []
          : body.perHead.map(({ item, count }): readonly ExportCell[] => [
              ...names.place(body.checkpoint),
              names.window(body.window),
              weekday + FIRST_WEEKDAY,
              headcount,
              ...names.item(item),
              units(count),
              body.priority,
              body.from ?? '',
              body.until ?? '',
            ]),
      ),
    ),
  };
}

/** What holds on one day instead, and what was called off. */
export function needsOfDaysTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const changed = rows.dayRequirement.flatMap(({ body }) =>
    body.perHead.map(({ item, count }): readonly ExportCell[] => [
      body.on,
      ...names.place(body.checkpoint),
      names.window(body.window),
      body.headcount,
      ...names.item(item),
      units(count),
      body.priority,
      '',
    ]),
  );
  const cancelled = rows.cancellation.map(({ body }): readonly ExportCell[] => [
    body.on,
    ...names.place(body.checkpoint),
    names.window(body.window),
    0,
    '',
    '',
    '',
    '',
    body.reason,
  ]);
  return {
    id: 'needsOfDays',
    columns: [
      ...(['on', 'code', 'place', 'district', 'window', 'headcount', 'item', 'unit', 'perHead'] as const),
      ...(['priority', 'reason'] as const),
    ],
    rows: [...changed, ...cancelled],
  };
}

export function batchesTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'batches',
    columns: ['kitchen', 'window', 'on', 'item', 'unit', 'amount', 'ready'],
    rows: rows.batch.flatMap(({ body: { kitchen, window, on, lines, readyMinute } }) =>
      lines.map(({ item, count }): readonly ExportCell[] => [
        names.kitchen(kitchen),
        names.window(window),
        on ?? '',
        ...names.item(item),
        units(count),
        clock(readyMinute),
      ]),
    ),
  };
}
