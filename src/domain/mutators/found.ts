import { err, ok, type Result } from '#lib/result.ts';
import type { Rejection } from '../rejection.ts';
import type { Body, Kind, RowKey, Rows } from '../rows.ts';
import type { RunBody } from '../run.ts';
import type { RowId } from '../scalars.ts';

/** The row's body, or a refusal: a plan about something that is not there, or not mine to see, makes no sense. */
export function found<K extends Kind>(rows: Rows, kind: K, id: RowId): Result<Body<K>, Rejection> {
  const row = rows.find(kind, id);
  return row.state === 'present' ? ok(row.body) : err({ code: 'notFound' });
}

/** A row that a plan names, and that must be there and usable by then. */
export type NamedKey = RowKey<'checkpoint' | 'mealWindow' | 'kitchen' | 'member' | 'item' | 'sponsor' | 'need'>;

/** Everything that a run's plan names. */
export function namesOfPlan(plan: Pick<RunBody, 'window' | 'kitchen' | 'driver' | 'stops'>): readonly NamedKey[] {
  const keys: NamedKey[] = plan.stops.map((stop) => ({ kind: 'checkpoint', id: stop.checkpoint }));
  if (plan.window !== null) keys.push({ kind: 'mealWindow', id: plan.window });
  if (plan.kitchen !== null) keys.push({ kind: 'kitchen', id: plan.kitchen });
  if (plan.driver !== null) keys.push({ kind: 'member', id: plan.driver });
  return keys;
}

/**
 * Refuses a plan that names something missing or closed, or somebody whom nobody has confirmed. What this phone does not
 * know is let pass: a phone must not refuse what only its feeds do not show.
 */
export function checkNamed(rows: Rows, keys: readonly NamedKey[]): Result<null, Rejection> {
  for (const { kind, id } of keys) {
    const row = rows.find(kind, id);
    if (row.state === 'absent') return err({ code: 'notFound' });
    if (row.state === 'unknown') continue;
    if (row.body.status === 'closed') return err({ code: 'closed' });
    if (row.body.status === 'waiting') return err({ code: 'notConfirmed' });
  }
  return ok(null);
}
