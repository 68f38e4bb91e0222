import type { Day, RowId } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import { cellAt, sameText } from './cells.ts';
import type { Mapping } from './fields.ts';
import { readWindows } from './file-windows.ts';
import { readDayAhead } from './read-day.ts';
import { readWeekdays } from './read-weekdays.ts';
import type { ThingKey } from './same-thing.ts';

/** When somebody is free, as a line says it. */
export type FreeLine = {
  readonly line: number;
  readonly member: RowId;
  readonly kitchen: RowId | null;
  /** None on a day when they are away. */
  readonly windows: readonly RowId[];
  /** From Monday, 0; of no meaning where a day is named. */
  readonly weekdays: readonly number[];
  readonly on: Day | null;
};

export type ReadFree =
  | { readonly ok: true; readonly value: FreeLine }
  | { readonly ok: false; readonly reasons: readonly BadReason[] };

export type KnownForFree = {
  readonly today: Day;
  /** Null for a name that several have. */
  readonly people: ReadonlyMap<string, RowId | null>;
  readonly windows: ReadonlyMap<ThingKey, RowId>;
  readonly kitchens: ReadonlyMap<string, RowId>;
};

/** One line of a list of free times, or all that is wrong with it. */
export function readFreeLine(
  row: readonly string[],
  line: number,
  { columns, dayOrder }: Mapping,
  known: KnownForFree,
): ReadFree {
  const name = cellAt(row, columns.person);
  const member = known.people.get(sameText(name));
  const written = cellAt(row, columns.on);
  const on = written === '' ? { ok: true as const, value: null } : readDayAhead(written, dayOrder, known.today);
  const said = cellAt(row, columns.window);
  const windows = said === '' ? { ok: false as const, error: 'windowMissing' as const } : readWindows(said);
  const ids = windows.ok ? windows.value.map(({ key }) => known.windows.get(key)) : [];
  const weekdays = readWeekdays(cellAt(row, columns.weekday));
  const kitchenName = cellAt(row, columns.kitchen);
  const kitchen = kitchenName === '' ? null : known.kitchens.get(sameText(kitchenName));
  const isAwayEveryWeek = windows.ok && ids.length === 0 && written === '';
  const reasons = [
    personReason(name, member),
    windows.ok ? undefined : windows.error,
    ids.includes(undefined) ? 'windowUnknown' : undefined,
    // "Never on Mondays" is said by saying nothing of Mondays.
    isAwayEveryWeek ? 'windowMissing' : undefined,
    on.ok ? undefined : on.error,
    weekdays === undefined ? 'weekdayUnclear' : undefined,
    kitchen === undefined ? 'kitchenUnknown' : undefined,
  ].filter((reason) => reason !== undefined) as readonly BadReason[];
  if (reasons.length > 0 || !on.ok || weekdays === undefined || kitchen === undefined) return { ok: false, reasons };
  if (member === undefined || member === null) return { ok: false, reasons };
  const windowIds = ids.filter((id) => id !== undefined);
  return { ok: true, value: { line, member, kitchen, windows: windowIds, weekdays, on: on.value } };
}

function personReason(name: string, member: RowId | null | undefined): BadReason | undefined {
  if (name === '') return 'personMissing';
  if (member === undefined) return 'personUnknown';
  return member === null ? 'personUnclear' : undefined;
}
