import { err, ok, type Result } from '#lib/result.ts';
import type { Rejection } from '../rejection.ts';
import type { Body, Kind, Rows } from '../rows.ts';
import type { RowId } from '../scalars.ts';

/** The row's body, or a refusal: a plan about something that is not there, or not mine to see, makes no sense. */
export function found<K extends Kind>(rows: Rows, kind: K, id: RowId): Result<Body<K>, Rejection> {
  const row = rows.find(kind, id);
  return row.state === 'present' ? ok(row.body) : err({ code: 'notFound' });
}

/** True unless the row is known to be absent: a phone must not refuse what only its feeds do not show. */
export function mayExist(rows: Rows, kind: Kind, id: RowId | null): boolean {
  return id === null || rows.find(kind, id).state !== 'absent';
}
