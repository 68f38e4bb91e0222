import type { AvailabilityFields } from '../availability.ts';
import { allNames } from '../other-names.ts';
import { isSame } from '#lib/same.ts';
import type { RowId } from '../scalars.ts';
import { type FreeLine, readFreeLine } from './free-line.ts';
import type { BadLine, BadReason } from './bad-line.ts';
import { type Cells, sameText } from './cells.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import { presentWindows } from './file-windows.ts';
import type { ImportStep } from './import-step.ts';
import { type Circumstances, EMPTY_PLAN, type ImportPlan, type Present } from './plan.ts';

/** As many days beside the week as a volunteer can name (availability.ts). */
const MAX_DAYS = 31;
const NOTHING: AvailabilityFields = { kitchen: null, checkpoint: null, weekly: [], days: [] };

type Growing = { readonly was: AvailabilityFields | null; now: AvailabilityFields; readonly lines: number[] };

/** When volunteers are free: what the file has beyond what is here is added. A file takes nobody's free time away. */
export function planAvailability(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  { today, brokenLines }: Circumstances,
): ImportPlan {
  const known = {
    today,
    people: peopleByName(present),
    windows: presentWindows(present.windows),
    kitchens: new Map(
      present.kitchens
        .filter(({ body }) => body.status === 'open')
        .flatMap(({ id, body }) => allNames(body).map((name) => [sameText(name), id])),
    ),
  };
  const people = new Map<RowId, Growing>();
  const badLines: BadLine[] = [];
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const read = readFreeLine(row, line, mapping, known);
    const person = read.ok ? (people.get(read.value.member) ?? begun(read.value.member, present)) : undefined;
    const added = read.ok && person !== undefined ? withLine(person.now, read.value) : undefined;
    if (brokenLines.has(line)) badLines.push({ line, reasons: ['quotesBroken'], cells: row });
    else if (!read.ok) badLines.push({ line, reasons: read.reasons, cells: row });
    else if (typeof added === 'string') badLines.push({ line, reasons: [added], cells: row });
    else if (person !== undefined && added !== undefined) {
      person.now = added;
      person.lines.push(line);
      people.set(read.value.member, person);
    }
  }
  const all = [...people].map(([member, { was, now, lines }]) => ({ member, was, now, lines }));
  const fresh = all.filter(({ was, now }) => !isSame(was, now));
  const lineCount = (some: typeof all): number => some.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    ...EMPTY_PLAN,
    steps: fresh.map(({ member, was, now }): ImportStep => ({ type: 'freeTimes', member, was, now })),
    badLines,
    lineCount: badLines.length + lineCount(all),
    newLineCount: lineCount(fresh),
    presentLineCount: lineCount(all) - lineCount(fresh),
    freeTimes: { fresh: fresh.map(({ member }) => nameOf(member, present)), presentCount: all.length - fresh.length },
  };
}

/** Null for a name that several people have: a file says no more of anybody. */
function peopleByName({ members }: Present): ReadonlyMap<string, RowId | null> {
  const people = new Map<string, RowId | null>();
  for (const { id, body } of members) {
    if (body.status !== 'active') continue;
    people.set(sameText(body.name), people.has(sameText(body.name)) ? null : id);
  }
  return people;
}

function begun(member: RowId, { availabilities }: Present): Growing {
  const row = availabilities.find(({ id }) => id === member);
  if (row === undefined) return { was: null, now: NOTHING, lines: [] };
  const { member: _, ...was } = row.body;
  return { was, now: was, lines: [] };
}

/** What the line adds to somebody's free times, in an order that does not depend on the order of the lines; or why it cannot. */
function withLine(
  times: AvailabilityFields,
  { kitchen, windows, weekdays, on }: FreeLine,
): AvailabilityFields | BadReason {
  const starting = { ...times, kitchen: times.kitchen ?? kitchen };
  if (on === null) {
    const weekly = new Map(times.weekly.map(({ window, weekdays: days }) => [window, new Set(days)]));
    for (const window of windows) weekly.set(window, new Set([...(weekly.get(window) ?? []), ...weekdays]));
    return {
      ...starting,
      weekly: [...weekly]
        .map(([window, days]) => ({ window, weekdays: [...days].toSorted((a, b) => a - b) }))
        .toSorted((a, b) => (a.window < b.window ? -1 : 1)),
    };
  }
  const here = times.days.find((day) => day.on === on);
  // Away and free on the same day: only they themselves know which.
  if (here !== undefined && (here.windows.length === 0) !== (windows.length === 0)) return 'awayAndFree';
  const day = { on, windows: [...new Set([...(here?.windows ?? []), ...windows])].toSorted() };
  const days = [...times.days.filter((other) => other.on !== on), day].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return days.length > MAX_DAYS ? 'tooManyDays' : { ...starting, days };
}

function nameOf(member: RowId, { members }: Present): string {
  return members.find(({ id }) => id === member)?.body.name ?? '';
}
