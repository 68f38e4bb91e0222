import { Dexie, type ObservabilitySet } from 'dexie';
import { addDays } from '#domain/days.ts';
import { rowKeyText } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import { ask } from '../ask.ts';
import type { PhoneStore } from '../phone-store.ts';
import { beginAsking } from './asking.ts';
import { changedIds } from './changed-ids.ts';
import {
  coverageRowsOf,
  type DaySpan,
  joinChanges,
  KEPT_KINDS,
  type KeptDays,
  type KeptKind,
  layRows,
  readDays,
  readRows,
  type RowNow,
  rowsOfPatches,
} from './kept-days.ts';

/** An answer that follows what is on the phone. As long as nothing changed it is the same object. */
export type Live<T> = {
  readonly subscribe: (changed: () => void) => () => void;
  /** Undefined until it is read, and while nobody has subscribed. Throws what made reading impossible. */
  readonly current: () => T | undefined;
};

/** What this window has saved is shown first; what is read again behind it is mostly the same. */
const GATHER_MS = 50;

/**
 * The rows of some days, each of which stays the same object until something of that day changes. They are read once and then
 * kept: hundreds of runs are not read again since one of them is another. What this window saves is taken over as it was
 * committed; of what other windows and the sync have laid, only the rows that Dexie names are read.
 */
export function liveDays(store: PhoneStore, from: Day, count: number): Live<readonly CoverageDayRows[]> {
  const days = Array.from({ length: count }, (_, index) => addDays(from, index));
  const span = { first: from, last: addDays(from, count - 1) };
  const listeners = new Set<() => void>();
  let following: Following | undefined;
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      following ??= followDays(store, span, days, () => {
        for (const listener of listeners) listener();
      });
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        following?.stop();
        following = undefined;
      };
    },
    current: () => following?.current(),
  };
}

type Following = { readonly current: () => readonly CoverageDayRows[] | undefined; readonly stop: () => void };

/**
 *   nothing read --all rows--> kept --a commit names rows--> those rows read, and laid over
 *                                |----- saved here ---------> laid over as they were committed; read again a little later
 *                                `----- a whole range ------> all rows read again
 */
function followDays(store: PhoneStore, span: DaySpan, days: readonly Day[], tell: () => void): Following {
  const { database, ports } = store;
  const answered = beginAsking(store);
  const memory = daysInMemory(span, days, tell);
  let failure: { readonly error: unknown } | undefined;
  let waiting: Map<KeptKind, Set<RowId>> | 'all' = 'all';
  let [isReading, isOver] = [false, false];
  let forget = (): void => {};

  const readOnce = async (): Promise<void> => {
    const asked = waiting;
    waiting = new Map();
    memory.begin();
    if (asked === 'all') memory.take(await ask(store, () => readDays(database, span)));
    else memory.layRead(await ask(store, () => readRows(database, asked)));
  };
  const isBehind = (): boolean => !isOver && (waiting === 'all' || waiting.size > 0);
  const read = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    try {
      while (isBehind()) {
        await readOnce();
        answered();
      }
    } catch (error) {
      failure = { error };
      answered();
      tell();
    } finally {
      isReading = false;
    }
  };
  const onCommit = (parts: ObservabilitySet): void => {
    const changes = new Map(KEPT_KINDS.map((kind) => [kind, changedIds(parts, database.name, kind)]));
    if (waiting !== 'all') waiting = joinChanges(waiting, changes);
    if (!isBehind()) return;
    forget();
    forget = ports.timer.after(GATHER_MS, () => void read());
  };

  Dexie.on.storagemutated.subscribe(onCommit);
  const stopHearing = store.onSaved((patches) => memory.laySaved(rowsOfPatches(patches)));
  void read();
  return {
    current: () => {
      if (failure !== undefined) throw failure.error;
      return memory.current();
    },
    stop: () => {
      isOver = true;
      answered();
      forget();
      stopHearing();
      Dexie.on.storagemutated.unsubscribe(onCommit);
    },
  };
}

type DaysInMemory = {
  /** Something is about to be read. */
  readonly begin: () => void;
  readonly take: (all: KeptDays) => void;
  readonly layRead: (rows: readonly RowNow[]) => void;
  readonly laySaved: (rows: readonly RowNow[]) => void;
  readonly current: () => readonly CoverageDayRows[] | undefined;
};

/** The rows of the days, and the answer that is made of them; tells when it is another. */
function daysInMemory(span: DaySpan, days: readonly Day[], tell: () => void): DaysInMemory {
  let kept: KeptDays | undefined;
  let answer: readonly CoverageDayRows[] | undefined;
  // What was saved here while rows were being read is newer than what is read.
  const savedMeanwhile = new Set<string>();
  const show = (now: KeptDays, changed: ReadonlySet<Day>): void => {
    if (changed.size === 0) return;
    const before = answer;
    answer = days.map((on, index) => (changed.has(on) ? undefined : before?.[index]) ?? coverageRowsOf(now, on));
    tell();
  };
  const lay = (rows: readonly RowNow[]): void => {
    if (kept !== undefined) show(kept, layRows(kept, rows, span));
  };
  return {
    begin: () => savedMeanwhile.clear(),
    take: (all) => {
      kept = all;
      show(all, new Set(days));
    },
    layRead: (rows) => lay(rows.filter((row) => !savedMeanwhile.has(rowKeyText(row)))),
    laySaved: (rows) => {
      for (const row of rows) savedMeanwhile.add(rowKeyText(row));
      lay(rows);
    },
    current: () => answer,
  };
}
