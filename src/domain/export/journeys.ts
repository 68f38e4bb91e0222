import { countedDelivery } from '../views/counted-delivery.ts';
import { byId, exportNames, units } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

/** What was planned: one line for each item at each stop. */
export function runsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'runs',
    columns: [
      ...(['on', 'window', 'run', 'kitchen', 'driver', 'status', 'stop', 'code', 'place', 'district'] as const),
      ...(['item', 'unit', 'planned'] as const),
    ],
    rows: rows.run
      .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
      .flatMap(({ body }) =>
        body.stops.flatMap(({ checkpoint, lines }, index) =>
          lines.map(({ item, count }): readonly ExportCell[] => [
            body.on,
            names.window(body.window),
            body.label,
            names.kitchen(body.kitchen),
            names.member(body.driver),
            body.status,
            index + 1,
            ...names.place(checkpoint),
            ...names.item(item),
            units(count),
          ]),
        ),
      ),
  };
}

/** What was handed over, as it counts after all corrections. Who did it is nobody's list. */
export function deliveriesTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const corrections = byId(rows, 'correction');
  const runs = byId(rows, 'run');
  const stands = rows.delivery.flatMap(({ body }) => {
    const counted = countedDelivery(body, corrections);
    return counted.type === 'withdrawn' ? [] : [{ body, counted }];
  });
  return {
    id: 'deliveries',
    columns: [
      ...(['on', 'window', 'run', 'code', 'place', 'district', 'item', 'unit', 'amount', 'reason'] as const),
      ...(['note', 'how'] as const),
    ],
    rows: stands
      .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
      .flatMap(({ body, counted }) => {
        const before = [
          body.on,
          names.window(body.window),
          body.run === null ? '' : (runs.get(body.run)?.label ?? ''),
          ...names.place(body.checkpoint),
        ];
        const after = [counted.reason ?? '', body.note, body.how];
        return counted.lines.length === 0
          ? [[...before, '', '', 0, ...after]]
          : counted.lines.map(({ item, count }) => [...before, ...names.item(item), units(count), ...after]);
      }),
  };
}
