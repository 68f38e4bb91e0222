import type { MealWindowBody } from '../catalogue.ts';
import type { RunBody } from '../run.ts';
import type { RowId } from '../scalars.ts';

export type IdentifiedRun = { readonly id: RowId; readonly body: RunBody };

/** The runs that paper is for - those that were cancelled have none - by when they are driven, then by name. */
export function runsToPrint(
  runs: readonly IdentifiedRun[],
  windowsById: ReadonlyMap<RowId, MealWindowBody>,
): readonly IdentifiedRun[] {
  const start = ({ body }: IdentifiedRun): number =>
    body.window === null ? -1 : (windowsById.get(body.window)?.startMinute ?? -1);
  return runs
    .filter(({ body }) => body.status !== 'cancelled')
    .toSorted((a, b) => start(a) - start(b) || a.body.label.localeCompare(b.body.label) || a.id.localeCompare(b.id));
}
