import type { Result } from '#lib/result.ts';
import {
  type Count,
  type Day,
  MAX_NAME_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_UNIT_LENGTH,
  type Position,
  type RowId,
} from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import { cellAt, sameText, shortened } from './cells.ts';
import type { Mapping } from './fields.ts';
import { readCount } from './read-count.ts';
import { readDay } from './read-day.ts';
import { readPosition } from './read-position.ts';
import { itemKey, placeKey, placeName, type PlaceName, type ThingKey } from './same-thing.ts';

export type FilePlace = PlaceName & { readonly key: ThingKey; readonly position: Position | null };
export type FileItem = { readonly key: ThingKey; readonly name: string; readonly unit: string };

/** One item handed over at one place, as a line of the file says it. */
export type DeliveryLine = {
  readonly line: number;
  readonly on: Day;
  /** Which journey of that day it belongs to. */
  readonly runKey: string;
  readonly label: string;
  readonly place: FilePlace;
  readonly item: FileItem;
  readonly count: Count;
};

/** The record that a line of a list of ours names; empty for any other file. */
export function recordAt(row: readonly string[], { columns }: Mapping): RowId {
  return cellAt(row, columns.record) as RowId;
}

export type ReadDelivery =
  | { readonly ok: true; readonly value: DeliveryLine }
  | { readonly ok: false; readonly reasons: readonly BadReason[] };

/** What people write into the column of runs when the paper was missing. */
const NO_SHEET = /^(?:-+|—|n\/a|none|no ?sheet|нет|без листа|неизвестно|жоқ|белгісіз)$/u;

/** One line of a file of deliveries: what it says, or all that is wrong with it. */
export function readDeliveryLine(row: readonly string[], line: number, mapping: Mapping, today: Day): ReadDelivery {
  const { columns } = mapping;
  const item = { name: cellAt(row, columns.item), unit: cellAt(row, columns.unit) || mapping.unitForAll.trim() };
  const written = { place: cellAt(row, columns.place), village: cellAt(row, columns.village) };
  const district = cellAt(row, columns.district);
  const name = placeName(written.place === '' ? written.village : written.place, written.village, district);
  const on = readDay(cellAt(row, columns.on), mapping.dayOrder, today);
  const count = readCount(cellAt(row, columns.amount), mapping.decimalSign);
  const position = readPosition(cellAt(row, columns.lat), cellAt(row, columns.lon));
  const reasons = [errorOf(on), ...placeReasons(name), ...itemReasons(item), errorOf(count), errorOf(position)];
  const known = reasons.filter((reason) => reason !== undefined);
  if (known.length > 0 || !on.ok || !count.ok || !position.ok) return { ok: false, reasons: known };
  const place = { ...name, key: placeKey(name), position: position.value };
  const run = runOf(cellAt(row, columns.run), place);
  return {
    ok: true,
    value: { line, on: on.value, ...run, place, item: { ...item, key: itemKey(item) }, count: count.value },
  };
}

/** Lines of one day under one name are one run. Without a name, those of one day and place are: nobody knows better. */
function runOf(name: string, place: FilePlace): { readonly runKey: string; readonly label: string } {
  const same = sameText(name);
  return same === '' || NO_SHEET.test(same)
    ? { runKey: place.key, label: place.name }
    : { runKey: `run\n${same}`, label: shortened(name) };
}

export function placeReasons({ name, district, landmark }: PlaceName): readonly (BadReason | undefined)[] {
  return [
    name === '' ? 'placeMissing' : undefined,
    landmark.length > MAX_NOTE_LENGTH ? 'nameTooLong' : undefined,
    district.length > MAX_NAME_LENGTH ? 'districtTooLong' : undefined,
  ];
}

export function itemReasons({
  name,
  unit,
}: {
  readonly name: string;
  readonly unit: string;
}): readonly (BadReason | undefined)[] {
  return [
    name === '' ? 'itemMissing' : undefined,
    name.length > MAX_NAME_LENGTH ? 'itemTooLong' : undefined,
    unit === '' ? 'unitMissing' : undefined,
    unit.length > MAX_UNIT_LENGTH ? 'unitTooLong' : undefined,
  ];
}

function errorOf(result: Result<unknown, BadReason>): BadReason | undefined {
  return result.ok ? undefined : result.error;
}
