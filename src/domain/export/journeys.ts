import type { Line } from '../scalars.ts';
import { countedOnce } from '../views/counted-once.ts';
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
      ...(['item', 'unit', 'planned', 'reason', 'record'] as const),
    ],
    rows: rows.run
      .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
      .flatMap(({ id, body }) =>
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
            body.reason,
            id,
          ]),
        ),
      ),
  };
}

/**
 * What was handed over, as it counts after all corrections. Who did it is nobody's list. `record` names the record, so that
 * the list, brought in again where it comes from, changes nothing.
 */
export function deliveriesTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const corrections = byId(rows, 'correction');
  const stands = countedOnce(rows.delivery, corrections).flatMap(({ id, body }) => {
    const counted = countedDelivery(body, corrections);
    return counted.type === 'withdrawn' ? [] : [{ id, body, counted }];
  });
  return {
    id: 'deliveries',
    columns: [
      ...(['on', 'window', 'run', 'code', 'place', 'district', 'item', 'unit', 'amount', 'reason'] as const),
      ...(['note', 'how', 'record'] as const),
    ],
    rows: stands
      .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
      .flatMap(({ id, body, counted }) => {
        const before = [body.on, names.window(body.window), names.run(body.run), ...names.place(body.checkpoint)];
        const after = [counted.reason ?? '', body.note, body.how, id];
        return counted.lines.length === 0
          ? [[...before, '', '', 0, ...after]]
          : counted.lines.map(({ item, count }) => [...before, ...names.item(item), units(count), ...after]);
      }),
  };
}

/** What was put right, in the order in which it was: what was recorded, and what counted from then on. */
export function correctionsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const deliveries = byId(rows, 'delivery');
  const said = (lines: readonly Line[]): string =>
    lines
      .map(({ item, count }) => {
        const [name, unit] = names.item(item);
        return `${name}: ${units(count)} ${unit}`;
      })
      .join('; ');
  return {
    id: 'corrections',
    columns: ['on', 'run', 'code', 'place', 'district', 'was', 'status', 'amounts', 'reason', 'note', 'record'],
    rows: rows.correction
      .toSorted((a, b) => a.body.recordedAt - b.body.recordedAt)
      .map(({ body: { delivery, lines, reason, note } }): readonly ExportCell[] => {
        const about = deliveries.get(delivery);
        return [
          about?.on ?? '',
          names.run(about?.run ?? null),
          ...names.place(about?.checkpoint ?? null),
          said(about?.lines ?? []),
          ...(lines === null ? ['withdrawn', ''] : ['corrected', said(lines)]),
          reason ?? '',
          note,
          delivery,
        ];
      }),
  };
}
