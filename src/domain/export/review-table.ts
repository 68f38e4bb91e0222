import { byId, exportNames } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportTable } from './export-table.ts';

/** What was kept aside or looked at, and what was decided. Whose it was is nobody's list. */
export function reviewTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  const deliveries = byId(rows, 'delivery');
  const asides = byId(rows, 'aside');
  const reviews = byId(rows, 'review');
  const ids = [...new Set([...asides.keys(), ...reviews.keys()])];
  return {
    id: 'review',
    columns: ['on', 'code', 'place', 'district', 'reason', 'decision', 'record'],
    rows: ids.map((id) => {
      const delivery = deliveries.get(id);
      const decision = reviews.get(id)?.decision ?? 'open';
      return [
        delivery?.on ?? '',
        ...names.place(delivery?.checkpoint ?? null),
        asides.get(id)?.reason ?? '',
        decision === 'open' ? 'undecided' : decision,
        id,
      ];
    }),
  };
}
