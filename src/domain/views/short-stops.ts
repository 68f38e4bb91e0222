import type { ShortReason } from '../delivery.ts';
import type { Line, RowId } from '../scalars.ts';
import type { DayOverview } from './day-overview.ts';
import { less } from './returnables-of-run.ts';
import { deliveredLines } from './run-progress.ts';

/** A stop that got less than was planned, or nothing, and why. */
export type ShortStop = {
  readonly run: RowId;
  readonly label: string;
  readonly index: number;
  readonly checkpoint: RowId;
  readonly missing: readonly Line[];
  readonly reasons: readonly ShortReason[];
};

/** Every stop of a day with a record that falls short of its plan: a driver's problem is one as soon as it is here. */
export function shortStops({ runs }: Pick<DayOverview, 'runs'>): readonly ShortStop[] {
  return runs.flatMap(({ id, run, stops }) =>
    stops.flatMap(({ index, checkpoint, planned, records }) => {
      const missing = records.length === 0 ? [] : less(planned, deliveredLines(records));
      const reasons = [...new Set(records.flatMap(({ reason }) => reason ?? []))];
      return missing.length === 0 ? [] : [{ run: id, label: run.label, index, checkpoint, missing, reasons }];
    }),
  );
}
