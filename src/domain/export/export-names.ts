import type { CheckpointBody } from '../places.ts';
import type { Count, RowId } from '../scalars.ts';
import type { ExportCell } from './export-table.ts';
import type { ExportedKind, ExportRows } from './export-rows.ts';

const PER_UNIT = 1_000;
const PER_DEGREE = 1_000_000;

/** How rows are called by those that name them. */
export type ExportNames = {
  /** Number, name and district. */
  readonly place: (id: RowId | null) => readonly [ExportCell, ExportCell, ExportCell];
  /** Name and unit. */
  readonly item: (id: RowId) => readonly [ExportCell, ExportCell];
  readonly window: (id: RowId | null) => ExportCell;
  readonly kitchen: (id: RowId | null) => ExportCell;
  readonly member: (id: RowId | null) => ExportCell;
  readonly returnable: (id: RowId | null) => ExportCell;
  readonly sponsor: (id: RowId | null) => ExportCell;
  /** What a run is called. */
  readonly run: (id: RowId | null) => ExportCell;
};

export function exportNames(rows: ExportRows): ExportNames {
  const places = byId(rows, 'checkpoint');
  const items = byId(rows, 'item');
  const named = (bodies: ReadonlyMap<RowId, { readonly name: string }>) => (id: RowId | null) =>
    id === null ? '' : (bodies.get(id)?.name ?? '');
  const runs = byId(rows, 'run');
  return {
    place: (id) => {
      const place = id === null ? undefined : places.get(id);
      return place === undefined ? ['', '', ''] : [Number(place.code), place.name, place.district];
    },
    item: (id) => [items.get(id)?.name ?? '', items.get(id)?.unit ?? ''],
    window: named(byId(rows, 'mealWindow')),
    kitchen: named(byId(rows, 'kitchen')),
    member: named(byId(rows, 'member')),
    returnable: named(byId(rows, 'returnable')),
    sponsor: named(byId(rows, 'sponsor')),
    run: (id) => (id === null ? '' : (runs.get(id)?.label ?? '')),
  };
}

export function byId<K extends ExportedKind>(
  rows: ExportRows,
  kind: K,
): ReadonlyMap<RowId, ExportRows[K][number]['body']> {
  return new Map(rows[kind].map(({ id, body }) => [id, body]));
}

/** Thousandths as the number that they are. */
export function units(count: Count): number {
  return count / PER_UNIT;
}

/** Latitude and longitude in degrees; empty where nobody entered them. */
export function degrees(position: CheckpointBody['position']): readonly [ExportCell, ExportCell] {
  return position === null ? ['', ''] : [position.lat / PER_DEGREE, position.lon / PER_DEGREE];
}

/** "07:30"; a window that ends on the next day goes on counting, as spreadsheets do: "25:00". */
export function clock(minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
