import type { Row } from '../rows.ts';
import type { Count, Day, RowId } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import { cellAt, sameText, shortened } from './cells.ts';
import type { Mapping } from './fields.ts';
import { type FileWindow, readWindows } from './file-windows.ts';
import type { Present } from './plan.ts';
import { readCount } from './read-count.ts';
import { readDayAhead } from './read-day.ts';
import { type FileItem, type FilePlace, itemReasons, placeReasons, recordAt } from './read-delivery-line.ts';
import { itemKey, placeKey, placeName } from './same-thing.ts';
import { allNames } from '../other-names.ts';

/** One item for one place on a run that is to be driven. */
export type RunLine = {
  readonly line: number;
  /** The run of this branch that a list of ours names; null for any other file. */
  readonly record: RowId | null;
  readonly on: Day;
  readonly label: string;
  readonly window: FileWindow | null;
  readonly kitchen: RowId | null;
  readonly driver: RowId | null;
  readonly place: FilePlace;
  readonly item: FileItem;
  readonly count: Count;
};

export type ReadRun =
  | { readonly ok: true; readonly value: RunLine }
  | { readonly ok: false; readonly reasons: readonly BadReason[] };

/** Whom and what a file may call by name. */
export type KnownByName = {
  readonly kitchens: ReadonlyMap<string, RowId>;
  readonly drivers: ReadonlyMap<string, RowId>;
  /** Places by the numbers by which they are said over the telephone. */
  readonly placesByCode: ReadonlyMap<string, Row<'checkpoint'>['body']>;
  readonly runIds: ReadonlySet<RowId>;
};

export function knownByName({ kitchens, members, checkpoints, runs }: Present): KnownByName {
  const open = checkpoints.filter(({ body }) => body.status === 'open');
  return {
    kitchens: new Map(
      kitchens
        .filter(({ body }) => body.status === 'open')
        .flatMap(({ id, body }) => allNames(body).map((name) => [sameText(name), id])),
    ),
    drivers: new Map(
      members.filter(({ body }) => body.status === 'active').map(({ id, body }) => [sameText(body.name), id]),
    ),
    runIds: new Set(runs.map(({ id }) => id)),
    placesByCode: new Map(open.map(({ body }) => [body.code, body])),
  };
}

/** One line of a list of runs to come, or all that is wrong with it. */
export function readRunLine(
  row: readonly string[],
  line: number,
  mapping: Mapping,
  { today, known }: { readonly today: Day; readonly known: KnownByName },
): ReadRun {
  const { columns } = mapping;
  const on = readDayAhead(cellAt(row, columns.on), mapping.dayOrder, today);
  const windows = readWindows(cellAt(row, columns.window));
  const kitchen = named(cellAt(row, columns.kitchen), known.kitchens);
  const driver = named(cellAt(row, columns.driver), known.drivers);
  const name = placeOf(cellAt(row, columns.place), cellAt(row, columns.district), known);
  const item = { name: cellAt(row, columns.item), unit: cellAt(row, columns.unit) || mapping.unitForAll.trim() };
  const count = readCount(cellAt(row, columns.amount), mapping.decimalSign);
  const reasons = [
    on.ok ? undefined : on.error,
    windows.ok ? undefined : windows.error,
    windows.ok && windows.value.length > 1 ? 'windowUnclear' : undefined,
    kitchen === undefined ? 'kitchenUnknown' : undefined,
    driver === undefined ? 'driverUnknown' : undefined,
    ...placeReasons(name),
    ...itemReasons(item),
    count.ok ? undefined : count.error,
  ].filter((reason) => reason !== undefined) as readonly BadReason[];
  const isWhole = on.ok && windows.ok && count.ok && kitchen !== undefined && driver !== undefined;
  if (reasons.length > 0 || !isWhole) return { ok: false, reasons };
  const label = shortened(cellAt(row, columns.run));
  const place = { ...name, key: placeKey(name), position: null };
  const written = recordAt(row, mapping);
  const record = known.runIds.has(written) ? written : null;
  const said = { record, label, window: windows.value[0] ?? null, kitchen, driver, place };
  return {
    ok: true,
    value: { line, on: on.value, ...said, item: { ...item, key: itemKey(item) }, count: count.value },
  };
}

/** Null for an empty cell, undefined for a name that nobody has. */
function named(text: string, ids: ReadonlyMap<string, RowId>): RowId | null | undefined {
  return text === '' ? null : ids.get(sameText(text));
}

/** A number alone is the place of that number, where there is one. */
function placeOf(text: string, district: string, { placesByCode }: KnownByName): ReturnType<typeof placeName> {
  const [, code] = /^[№#]?\s*0*(\d{1,5})$/u.exec(text) ?? [];
  const place = code === undefined ? undefined : placesByCode.get(code);
  return place ?? placeName(text, '', district);
}
