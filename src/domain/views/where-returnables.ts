import type { RunBody } from '../run.ts';
import type { Count, Line, RowId } from '../scalars.ts';
import { less, linesOf } from './returnables-of-run.ts';
import { type IdentifiedCount, standingCounts } from './standing-counts.ts';

/** Where the thermoses or the crates of one sort are, as far as they were counted. */
export type ReturnableWhere = {
  readonly returnable: RowId;
  /** On runs that are not over. */
  readonly underWay: Count;
  /** Left there and not fetched yet; the most first. */
  readonly places: readonly { readonly checkpoint: RowId; readonly count: Count }[];
  /** Neither left nor brought back on runs that are over. It says which runs, so that somebody can ask. */
  readonly missing: readonly { readonly run: RowId; readonly count: Count }[];
};

/** Every returnable that was ever counted and is not home. */
export function whereReturnables(
  counts: readonly IdentifiedCount[],
  runsById: ReadonlyMap<RowId, Pick<RunBody, 'status'>>,
): readonly ReturnableWhere[] {
  const standing = standingCounts(counts);
  const cars = grouped(standing, ({ run }) => run).map(([run, own]) => ({
    run,
    isOver: isOver(runsById.get(run)),
    lines: less([...linesOf(own, 'out'), ...linesOf(own, 'taken')], [...linesOf(own, 'left'), ...linesOf(own, 'back')]),
  }));
  const places = grouped(standing, ({ checkpoint }) => checkpoint).map(([checkpoint, own]) => ({
    checkpoint,
    lines: less(linesOf(own, 'left'), linesOf(own, 'taken')),
  }));
  const returnables = new Set([...cars, ...places].flatMap(({ lines }) => lines.map(({ item }) => item)));
  return [...returnables].map((returnable) => ({
    returnable,
    underWay: cars.reduce((sum, { isOver: over, lines }) => sum + (over ? 0 : countIn(lines, returnable)), 0) as Count,
    places: places
      .map(({ checkpoint, lines }) => ({ checkpoint, count: countIn(lines, returnable) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count),
    missing: cars
      .filter((car) => car.isOver)
      .map(({ run, lines }) => ({ run, count: countIn(lines, returnable) }))
      .filter(({ count }) => count > 0),
  }));
}

/** A run that nobody here knows is none that anybody still drives. */
function isOver(run: Pick<RunBody, 'status'> | undefined): boolean {
  return run === undefined || (run.status !== 'planned' && run.status !== 'underWay');
}

function grouped(
  counts: readonly IdentifiedCount[],
  by: (body: IdentifiedCount['body']) => RowId | null,
): readonly (readonly [RowId, readonly IdentifiedCount[]])[] {
  const groups = new Map<RowId, IdentifiedCount[]>();
  for (const count of counts) {
    const key = by(count.body);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  return [...groups];
}

function countIn(lines: readonly Line[], returnable: RowId): Count {
  return (lines.find(({ item }) => item === returnable)?.count ?? 0) as Count;
}
