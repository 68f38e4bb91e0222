import { dayRequirementId, requirementId } from '../derived-ids.ts';
import type { Count, Day, RowId } from '../scalars.ts';
import type { BadLine } from './bad-line.ts';
import type { Cells } from './cells.ts';
import { contentLines } from './content-lines.ts';
import { dateColumns } from './date-columns.ts';
import type { Mapping } from './fields.ts';
import { type FileWindow, knownWindow, presentWindows } from './file-windows.ts';
import type { ImportStep } from './import-step.ts';
import { type FileNeed, type NeedLine, readNeedLine } from './need-line.ts';
import { freshOf, newThings, presentCount } from './new-things.ts';
import { type Circumstances, EMPTY_PLAN, type ImportPlan, type Present } from './plan.ts';
import { presentThings } from './present-things.ts';
import type { ThingKey } from './same-thing.ts';

/** One cell of the board that the file speaks of, gathered from all its lines. */
type Cell = FileNeed & {
  readonly place: ThingKey;
  readonly headcount: number;
  readonly perHead: Map<ThingKey, Count>;
  readonly lines: number[];
};

/** What places need: windows, places and items that are not here yet, then every need that is not. None is changed. */
export function planNeeds(cells: Cells, mapping: Mapping, present: Present, circumstances: Circumstances): ImportPlan {
  const things = presentThings(present);
  const windowIds = presentWindows(present.windows);
  const idsByKey: ReadonlyMap<ThingKey, RowId> = new Map([...things.idsByKey, ...windowIds]);
  const read = readLines(cells, mapping, idsByKey, circumstances);
  const gathered = gather(read.lines);
  const isHere = (cell: Cell): boolean => {
    const [place, window] = [idsByKey.get(cell.place), idsByKey.get(cell.window.key)];
    return place !== undefined && window !== undefined && present.needIds.has(needId(place, window, cell.on));
  };
  const fresh = gathered.cells.filter((cell) => !isHere(cell));
  const freshLines = new Set(fresh.flatMap((cell) => cell.lines));
  const good = read.lines.filter(({ line }) => !gathered.twice.has(line));
  const wanted = good.filter(({ line }) => freshLines.has(line));
  const windows = freshOf(
    fresh.map(({ window }) => window),
    { idsByKey },
  );
  const added = newThings(thingsOf(wanted), thingsOf(good), present, things);
  const twice = read.lines.filter(({ line }) => gathered.twice.has(line));
  const twiceLines = twice.map(({ line }): BadLine => ({ line, reasons: ['needTwice'], cells: cells[line - 1] ?? [] }));
  return {
    ...EMPTY_PLAN,
    ...added,
    steps: [...windows.map(windowStep), ...added.steps, ...fresh.map(needStep)],
    rowIds: idsByKey,
    badLines: [...read.badLines, ...twiceLines].toSorted((a, b) => a.line - b.line),
    lineCount: read.badLines.length + read.lines.length,
    newLineCount: wanted.length,
    presentLineCount: good.length - wanted.length,
    windows: {
      fresh: windows.map(windowName),
      presentCount: presentCount(
        gathered.cells.map(({ window }) => window),
        { idsByKey },
      ),
    },
    needs: { freshCount: fresh.length, presentCount: gathered.cells.length - fresh.length },
    days: firstAndLast(gathered.cells),
  };
}

function readLines(
  cells: Cells,
  mapping: Mapping,
  idsByKey: ReadonlyMap<ThingKey, RowId>,
  { today, brokenLines }: Circumstances,
): { readonly lines: readonly NeedLine[]; readonly badLines: readonly BadLine[] } {
  const dates = mapping.kind === 'grid' ? dateColumns(cells[mapping.headerLine - 1] ?? [], mapping.dayOrder) : [];
  const known = { today, dates: dates.filter(({ on }) => on >= today) };
  const lines: NeedLine[] = [];
  const badLines: BadLine[] = [];
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const read = readNeedLine(row, line, mapping, known);
    const isUnknown =
      read.ok && read.value.needs.some(({ window }) => window.times === null && !idsByKey.has(window.key));
    if (brokenLines.has(line)) badLines.push({ line, reasons: ['quotesBroken'], cells: row });
    else if (!read.ok) badLines.push({ line, reasons: read.reasons, cells: row });
    else if (isUnknown) badLines.push({ line, reasons: ['windowUnknown'], cells: row });
    else lines.push({ ...read.value, needs: read.value.needs.map((need) => knownNeed(need, idsByKey)) });
  }
  return { lines, badLines };
}

function knownNeed({ window, on }: FileNeed, idsByKey: ReadonlyMap<ThingKey, RowId>): FileNeed {
  return { window: knownWindow(window, idsByKey), on };
}

/** A place that stands on two lines has the windows of both; the same item in other amounts is a contradiction. */
function gather(lines: readonly NeedLine[]): { readonly cells: readonly Cell[]; readonly twice: ReadonlySet<number> } {
  const cells = new Map<string, Cell>();
  const twice = new Set<number>();
  for (const { line, place, item, headcount, perHead, needs } of lines) {
    const own = needs.map((need) => ({ need, id: `${place.key}\n${need.window.key}\n${need.on ?? ''}` }));
    const contradicts = own.some(({ id }) => {
      const cell = cells.get(id);
      return (
        cell !== undefined && (cell.headcount !== headcount || (cell.perHead.get(item.key) ?? perHead) !== perHead)
      );
    });
    if (contradicts) {
      twice.add(line);
      continue;
    }
    for (const { need, id } of own) {
      const cell: Cell = cells.get(id) ?? { ...need, place: place.key, headcount, perHead: new Map(), lines: [] };
      cells.set(id, cell);
      cell.perHead.set(item.key, perHead);
      cell.lines.push(line);
    }
  }
  return { cells: [...cells.values()], twice };
}

function thingsOf(lines: readonly NeedLine[]) {
  return { items: lines.map(({ item }) => item), places: lines.map(({ place }) => place) };
}

function needId(place: RowId, window: RowId, on: Day | null): RowId {
  return on === null ? requirementId(place, window) : dayRequirementId(place, window, on);
}

function windowStep(window: FileWindow): ImportStep {
  const times = window.times ?? { startMinute: 0, endMinute: 0 };
  return { type: 'window', key: window.key, fields: { name: windowName(window), ...times } };
}

/** "08:45–09:15": a window that only a file knows is called by its times until somebody gives it a name. */
function windowName({ times }: FileWindow): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
  return times === null ? '' : `${clock(times.startMinute)}–${clock(times.endMinute)}`;
}

function needStep({ place, window, on, headcount, perHead }: Cell): ImportStep {
  const items = [...perHead].map(([item, count]) => ({ item, count }));
  return { type: 'need', place, window: window.key, on, headcount, perHead: items };
}

function firstAndLast(cells: readonly Cell[]): ImportPlan['days'] {
  const days = cells.flatMap(({ on }) => on ?? []).toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
