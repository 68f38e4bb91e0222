import { err, ok, type Result } from '#lib/result.ts';
import type { Row } from '../rows.ts';
import type { RowId } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import { sameText } from './cells.ts';
import type { ThingKey } from './same-thing.ts';

/** A meal window as a cell says it: by its times, or by its name alone. */
export type FileWindow = {
  readonly key: ThingKey;
  /** Null for a name: then it must be here already. */
  readonly times: { readonly startMinute: number; readonly endMinute: number } | null;
};

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;
/** "08:45-09:15", "8.45 – 9.15", "с 8:45 до 9:15". */
const SPAN = /(?:^|[^\d:.])(\d{1,2})[:.](\d{2})\s*(?:-|–|—|to|до)\s*(\d{1,2})[:.](\d{2})(?![\d:.])/giu;
/** What may stand between spans. */
const BETWEEN = /^(?:[\s;,|/]|from|and|с|и|және)*$/iu;
/** What people write into a cell of a day without any window. */
const NONE = /^(?:-+|–|—|x|х|0|n\/a|none|closed|нет|закрыто|жоқ|жабық)?$/iu;

/** The windows that a cell says, each once, in their order; none for a cell that says so. */
export function readWindows(text: string): Result<readonly FileWindow[], BadReason> {
  if (NONE.test(text)) return ok([]);
  const windows = new Map<ThingKey, FileWindow>();
  for (const [, fromHour, fromMinute, toHour, toMinute] of text.matchAll(SPAN)) {
    const startMinute = minuteOf(fromHour, fromMinute);
    const endMinute = minuteOf(toHour, toMinute);
    if (startMinute === undefined || endMinute === undefined || startMinute === endMinute) return err('windowUnclear');
    // A window that ends before it begins ends on the next day.
    const times = { startMinute, endMinute: endMinute < startMinute ? endMinute + DAY_MINUTES : endMinute };
    windows.set(timesKey(times), { key: timesKey(times), times });
  }
  const rest = text.replace(SPAN, ' ');
  if (windows.size === 0 && !/\d{1,2}[:.]\d{2}/.test(text)) return ok([{ key: nameKey(text), times: null }]);
  return windows.size > 0 && BETWEEN.test(rest) ? ok([...windows.values()]) : err('windowUnclear');
}

/** The windows that are here and open, by their times and by their names. */
export function presentWindows(windows: readonly Row<'mealWindow'>[]): ReadonlyMap<ThingKey, RowId> {
  const ids = new Map<ThingKey, RowId>();
  const open = windows.filter(({ body }) => body.status === 'open').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, body } of open) {
    for (const key of [idKey(id), timesKey(body), nameKey(body.name)]) if (!ids.has(key)) ids.set(key, id);
  }
  return ids;
}

/** A window that is here is one window, whether a cell says its name or its times. */
export function knownWindow(window: FileWindow, ids: ReadonlyMap<ThingKey, RowId>): FileWindow {
  const id = ids.get(window.key);
  return id === undefined ? window : { ...window, key: idKey(id) };
}

function minuteOf(hour = '', minute = ''): number | undefined {
  const minutes = Number(hour) * HOUR_MINUTES + Number(minute);
  return Number(minute) < HOUR_MINUTES && minutes <= DAY_MINUTES ? minutes : undefined;
}

function timesKey({ startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number }): ThingKey {
  return `window\n${startMinute}-${endMinute}` as ThingKey;
}

function idKey(id: RowId): ThingKey {
  return `window\n#${id}` as ThingKey;
}

function nameKey(name: string): ThingKey {
  return `window\n${sameText(name)}` as ThingKey;
}
