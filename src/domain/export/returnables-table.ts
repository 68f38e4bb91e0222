import { standingCounts } from '../views/standing-counts.ts';
import { exportNames, units } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

/** Thermoses and crates as they were counted; what was recounted stands with its last count. Who counted is nobody's list. */
export function returnablesTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const counted = standingCounts(rows.returnableCount);
  return {
    id: 'returnables',
    columns: ['on', 'run', 'code', 'place', 'district', 'step', 'returnable', 'amount', 'status'],
    rows: [
      // What there is, also where nobody has counted it yet.
      ...rows.returnable.map(({ body }): readonly ExportCell[] => ['', '', '', '', '', '', body.name, '', body.status]),
      ...counted
        .toSorted((a, b) => a.body.on.localeCompare(b.body.on))
        .flatMap(({ body: { on, run, checkpoint, step, lines } }) =>
          lines.map(({ item, count }): readonly ExportCell[] => [
            on,
            names.run(run),
            ...names.place(checkpoint),
            step,
            names.returnable(item),
            units(count),
            '',
          ]),
        ),
    ],
  };
}
