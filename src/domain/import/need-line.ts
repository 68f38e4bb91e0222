import type { Count, Day } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import { cellAt } from './cells.ts';
import type { DateColumn } from './date-columns.ts';
import type { FieldForAll, Mapping } from './fields.ts';
import { forAll } from './fields.ts';
import { type FileWindow, readWindows } from './file-windows.ts';
import { readCount } from './read-count.ts';
import { readDayAhead } from './read-day.ts';
import { type FileItem, type FilePlace, itemReasons, placeReasons } from './read-delivery-line.ts';
import { itemKey, placeKey, placeName } from './same-thing.ts';

/** One place, window and day of which a line speaks; `on` null is every day. */
export type FileNeed = { readonly window: FileWindow; readonly on: Day | null };

export type NeedLine = {
  readonly line: number;
  readonly place: FilePlace;
  readonly item: FileItem;
  readonly headcount: number;
  readonly perHead: Count;
  readonly needs: readonly FileNeed[];
};

export type ReadNeed =
  | { readonly ok: true; readonly value: NeedLine }
  | { readonly ok: false; readonly reasons: readonly BadReason[] };

const MAX_HEADS = 10_000;
const MAX_PER_HEAD = 100_000;
const ONE = 1_000 as Count;

/** A line of a list of needs, or of a grid: what it says, or all that is wrong with it. */
export function readNeedLine(
  row: readonly string[],
  line: number,
  mapping: Mapping,
  { today, dates }: { readonly today: Day; readonly dates: readonly DateColumn[] },
): ReadNeed {
  const { columns } = mapping;
  const said = (field: FieldForAll): string => cellAt(row, columns[field]) || mapping[forAll[field]].trim();
  const district = cellAt(row, columns.district);
  const name = placeName(cellAt(row, columns.place), '', district);
  const item = { name: said('item'), unit: said('unit') };
  const headcount = readHeadcount(said('headcount'));
  const each = cellAt(row, columns.perHead);
  const perHead = each === '' ? { ok: true as const, value: ONE } : readCount(each, mapping.decimalSign);
  const needs = mapping.kind === 'grid' ? gridNeeds(row, dates) : listNeeds(row, mapping, today);
  const reasons = [
    ...placeReasons(name),
    ...needs.reasons,
    headcount === undefined ? 'headcountUnclear' : undefined,
    ...itemReasons(item),
    perHead.ok ? undefined : perHead.error,
    perHead.ok && (perHead.value < 1 || perHead.value > MAX_PER_HEAD) ? 'amountTooLarge' : undefined,
  ].filter((reason) => reason !== undefined) as readonly BadReason[];
  if (reasons.length > 0 || headcount === undefined || !perHead.ok) return { ok: false, reasons };
  const place = { ...name, key: placeKey(name), position: null };
  const value = { line, place, item: { ...item, key: itemKey(item) }, headcount, perHead: perHead.value };
  return { ok: true, value: { ...value, needs: needs.needs } };
}

type Needs = { readonly needs: readonly FileNeed[]; readonly reasons: readonly BadReason[] };

function listNeeds(row: readonly string[], { columns, dayOrder }: Mapping, today: Day): Needs {
  const windows = readWindows(cellAt(row, columns.window));
  const written = cellAt(row, columns.on);
  const on = written === '' ? { ok: true as const, value: null } : readDayAhead(written, dayOrder, today);
  if (!windows.ok || !on.ok) {
    return { needs: [], reasons: [...(windows.ok ? [] : [windows.error]), ...(on.ok ? [] : [on.error])] };
  }
  if (windows.value.length === 0) return { needs: [], reasons: ['windowMissing'] };
  return { needs: windows.value.map((window) => ({ window, on: on.value })), reasons: [] };
}

/** A day of a grid that is over stays in the file: sheets of a whole season are filled in as it goes. */
function gridNeeds(row: readonly string[], dates: readonly DateColumn[]): Needs {
  const needs: FileNeed[] = [];
  let isClear = true;
  for (const { column, on } of dates) {
    const windows = readWindows(cellAt(row, column));
    if (windows.ok) for (const window of windows.value) needs.push({ window, on });
    else isClear = false;
  }
  return { needs, reasons: isClear ? [] : ['windowUnclear'] };
}

function readHeadcount(text: string): number | undefined {
  const plain = text.replace(/\s/gu, '');
  return /^\d{1,5}$/.test(plain) && Number(plain) <= MAX_HEADS ? Number(plain) : undefined;
}
