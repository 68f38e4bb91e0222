import type { RunBody } from '../../run.ts';
import type { Line, RowId } from '../../scalars.ts';
import { type CountedDelivery, countedDelivery } from '../counted-delivery.ts';
import { countedOnce } from '../counted-once.ts';
import { stopOfDelivery } from '../stop-of-delivery.ts';
import { atCell, type ByCell, type ByCellBeingMade, putAtCell } from './by-cell.ts';
import type { Cover } from './coverage-cell.ts';
import type { CoverageDayRows, Identified } from './coverage-rows.ts';

export type CoversOfDay = {
  readonly byCell: ByCell<readonly Cover[]>;
  /** What belongs to no cell, since nobody said in which window it was, or is to be. */
  readonly besides: readonly Cover[];
};

/** Who brings what where on a day: every stop of every run, and every delivery beside them, exactly once. */
export function coversOfDay(rows: Pick<CoverageDayRows, 'runs' | 'deliveries' | 'correctionsById'>): CoversOfDay {
  const byCell: ByCellBeingMade<Cover[]> = new Map();
  const besides: Cover[] = [];
  const place = (checkpoint: RowId, window: RowId | null, cover: Cover): void => {
    if (window === null) {
      besides.push(cover);
      return;
    }
    const covers = atCell(byCell, checkpoint, window);
    if (covers === undefined) putAtCell(byCell, checkpoint, window, [cover]);
    else covers.push(cover);
  };
  const { byRun, beside } = recordsOf(rows);
  for (const run of rows.runs) {
    const records = byRun.get(run.id);
    let index = 0;
    for (const { checkpoint } of run.body.stops) {
      place(checkpoint, run.body.window, stopCover(run, index, records?.get(index)));
      index += 1;
    }
  }
  for (const { checkpoint, window, run, lines } of beside) place(checkpoint, window, besideCover(run, lines));
  return { byCell, besides };
}

type Standing = Extract<CountedDelivery, { type: 'stands' }>;
type Beside = {
  readonly checkpoint: RowId;
  readonly window: RowId | null;
  readonly run: Identified<RunBody> | undefined;
  readonly lines: readonly Line[];
};

/** The deliveries that count, at the stops to which they belong, and those that belong to none. */
function recordsOf({ runs, deliveries, correctionsById }: Parameters<typeof coversOfDay>[0]): {
  /** By run, then by the number of the stop. */
  readonly byRun: ReadonlyMap<RowId, ReadonlyMap<number, readonly Standing[]>>;
  readonly beside: readonly Beside[];
} {
  const runsById = new Map(runs.map((run) => [run.id, run]));
  const byRun = new Map<RowId, Map<number, Standing[]>>();
  const beside: Beside[] = [];
  for (const { body } of countedOnce(deliveries, correctionsById)) {
    const counted = countedDelivery(body, correctionsById);
    if (counted.type === 'withdrawn') continue;
    const run = body.run === null ? undefined : runsById.get(body.run);
    const stop = run === undefined ? null : stopOfDelivery(run.body.stops, body);
    if (run === undefined || stop === null) {
      const window = run?.body.window ?? body.window;
      beside.push({ checkpoint: body.checkpoint, window, run, lines: counted.lines });
      continue;
    }
    const ofRun = byRun.get(run.id) ?? new Map<number, Standing[]>();
    byRun.set(run.id, ofRun.set(stop, [...(ofRun.get(stop) ?? []), counted]));
  }
  return { byRun, beside };
}

function stopCover({ id, body: run }: Identified<RunBody>, stop: number, records: readonly Standing[] = []): Cover {
  const isDriven = run.driver !== null && run.answer !== 'declined';
  const isOpen = run.status === 'underWay' || (run.status === 'planned' && isDriven);
  return {
    run: id,
    stop,
    driver: run.driver,
    status: run.status,
    answer: run.answer,
    planned: run.status === 'cancelled' ? [] : (run.stops[stop]?.lines ?? []),
    delivered: records.length === 0 ? null : records.flatMap(({ lines }) => lines),
    isComing: records.length === 0 && isOpen,
  };
}

function besideCover(run: Identified<RunBody> | undefined, lines: readonly Line[]): Cover {
  return {
    run: run?.id ?? null,
    stop: null,
    driver: run?.body.driver ?? null,
    status: run?.body.status ?? null,
    answer: 'none',
    planned: [],
    delivered: lines,
    isComing: false,
  };
}
