import { requirementId } from '../../derived-ids.ts';
import type { RunBody } from '../../run.ts';
import type { Line, RowId } from '../../scalars.ts';
import { type CountedDelivery, countedDelivery } from '../counted-delivery.ts';
import { stopOfDelivery } from '../stop-of-delivery.ts';
import type { Cover } from './coverage-cell.ts';
import type { CoverageDayRows, Identified } from './coverage-rows.ts';

export type CoversOfDay = {
  /** By `requirementId`. */
  readonly byCell: ReadonlyMap<RowId, { readonly checkpoint: RowId; readonly window: RowId; readonly covers: Cover[] }>;
  /** What belongs to no cell, since nobody said in which window it was, or is to be. */
  readonly besides: readonly (Cover & { readonly checkpoint: RowId })[];
};

/** Who brings what where on a day: every stop of every run, and every delivery beside them, exactly once. */
export function coversOfDay(rows: Pick<CoverageDayRows, 'runs' | 'deliveries' | 'correctionsById'>): CoversOfDay {
  const byCell = new Map<RowId, { readonly checkpoint: RowId; readonly window: RowId; readonly covers: Cover[] }>();
  const besides: (Cover & { readonly checkpoint: RowId })[] = [];
  const place = (checkpoint: RowId, window: RowId | null, cover: Cover): void => {
    if (window === null) {
      besides.push({ ...cover, checkpoint });
      return;
    }
    const id = requirementId(checkpoint, window);
    const cell = byCell.get(id) ?? { checkpoint, window, covers: [] };
    cell.covers.push(cover);
    byCell.set(id, cell);
  };
  const { byStop, beside } = recordsOf(rows);
  for (const run of rows.runs) {
    for (const [index, { checkpoint }] of run.body.stops.entries())
      place(checkpoint, run.body.window, stopCover(run, index, byStop.get(`${run.id} ${index}`)));
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
  readonly byStop: ReadonlyMap<string, readonly Standing[]>;
  readonly beside: readonly Beside[];
} {
  const runsById = new Map(runs.map((run) => [run.id, run]));
  const byStop = new Map<string, Standing[]>();
  const beside: Beside[] = [];
  for (const { body } of deliveries) {
    const counted = countedDelivery(body, correctionsById);
    if (counted.type === 'withdrawn') continue;
    const run = body.run === null ? undefined : runsById.get(body.run);
    const stop = run === undefined ? null : stopOfDelivery(run.body.stops, body);
    const key = `${body.run ?? ''} ${stop ?? ''}`;
    if (stop !== null) byStop.set(key, [...(byStop.get(key) ?? []), counted]);
    else
      beside.push({ checkpoint: body.checkpoint, window: run?.body.window ?? body.window, run, lines: counted.lines });
  }
  return { byStop, beside };
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
