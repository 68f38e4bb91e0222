import type { Page } from '@playwright/test';
import { requirementId } from '#domain/derived-ids.ts';
import { addDays, numberToDay } from '#domain/days.ts';
import type { Kind, Row } from '#domain/rows.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';

/** Runs of five stops cover three checkpoints in four, in every window of every day. */
const STOPS_A_RUN = 5;
const COVERED = 0.75;
const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const OFFSET_MS = 5 * 60 * 60 * 1000;

/**
 * Writes a branch of so many checkpoints, four windows and a week of runs straight into the page's database: it is the board
 * that is measured, and not how its rows came.
 */
export async function fillBoard(page: Page, checkpointCount: number): Promise<void> {
  // The four windows that a branch begins with would make it a board of eight.
  await fillRows(page, boardRows(checkpointCount), ['mealWindow']);
}

/** Writes rows straight into the page's database, after all that was there of some kinds is gone. */
export async function fillRows(
  page: Page,
  rowsToWrite: readonly Row[],
  kindsToClear: readonly Kind[] = [],
): Promise<void> {
  await page.evaluate(
    async ({ rows, cleared }) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('dastarkhan');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const transaction = database.transaction([...new Set(rows.map(({ kind }) => kind))], 'readwrite');
      for (const kind of cleared) transaction.objectStore(kind).clear();
      for (const { kind, id, body } of rows) transaction.objectStore(kind).put({ id, body });
      await new Promise((done) => transaction.addEventListener('complete', done));
      database.close();
    },
    { rows: rowsToWrite, cleared: kindsToClear },
  );
}

export const made = (number: number) => `benchbenchbench0.${number}` as RowId;
const [item, driver] = [made(1), made(2)];
export const windows = [0, 1, 2, 3].map((index) => made(10 + index));

function boardRows(checkpointCount: number): readonly Row[] {
  const places = Array.from({ length: checkpointCount }, (_, index) => made(1_000 + index));
  return [
    { kind: 'item', id: item, body: { name: 'Tea', unit: 'l', status: 'open' } },
    { kind: 'member', id: driver, body: { name: 'Anna', role: 'driver', status: 'active', phone: null } },
    ...windows.map((id, index): Row => {
      const times = { startMinute: 300 * index, endMinute: 300 * index + 120 };
      return { kind: 'mealWindow', id, body: { name: `Window ${index}`, ...times, status: 'open' } };
    }),
    ...places.flatMap(placeRows),
    ...Array.from({ length: DAYS }, (_, day) => windows.flatMap((window) => runRows(places, day, window))).flat(),
  ];
}

function placeRows(id: RowId, index: number): readonly Row[] {
  const fields = {
    otherNames: null,
    landmark: '',
    district: `District ${index % 9}`,
    phone: null,
    position: null,
  } as const;
  const name = `Checkpoint ${index}`;
  const needs = { headcounts: Array.from({ length: 7 }, () => 20), perHead: [{ item, count: 500 as Count }] };
  return [
    { kind: 'checkpoint', id, body: { name, code: String(index + 1), ...fields, status: 'open' } },
    ...windows.map((window): Row => {
      const body = { checkpoint: id, window, ...needs, priority: 'usual' as const, from: null, until: null };
      return { kind: 'requirement', id: requirementId(id, window), body };
    }),
  ];
}

/** Today, by the clock of the branch. */
export function benchToday(): Day {
  return numberToDay(Math.floor((Date.now() + OFFSET_MS) / DAY_MS));
}

/** The last places are covered: the first ones, which one sees, have gaps. */
function runRows(places: readonly RowId[], day: number, window: RowId): readonly Row[] {
  const on = addDays(benchToday(), day);
  const lines = [{ item, count: 10_000 as Count }];
  const begun = { answer: 'accepted', status: 'planned', reason: '' } as const;
  return Array.from({ length: Math.floor((places.length * COVERED) / STOPS_A_RUN) }, (_, index): Row => {
    const end = places.length - index * STOPS_A_RUN;
    const stops = places.slice(end - STOPS_A_RUN, end).map((checkpoint) => ({ checkpoint, lines }));
    const plan = { label: `Run ${index}`, on, window, kitchen: null, driver, stops };
    const body = { ...plan, ...begun, loaded: [], importedFrom: null, hasLeftPhone: false };
    return { kind: 'run', id: made(100_000 + day * 10_000 + windows.indexOf(window) * 1_000 + index), body };
  });
}
