import type { Outcome } from '#protocol/sync-answer.ts';
import type { LogRow } from '../storage/port.ts';
import { erasedOutcome, isErased } from './erased.ts';

/** What became of one logged entry. */
export function logOutcome(row: LogRow): Outcome {
  if (isErased(row)) return erasedOutcome(row.number);
  const version = row.status === 'applied' ? row.version : null;
  return { from: row.number, to: row.number, status: row.status, version, code: row.code };
}

/** Neighbours that fared alike as one; applied ones share the latest of their versions, since they settle together. */
export function joinOutcomes(outcomes: readonly Outcome[]): readonly Outcome[] {
  const joined: Outcome[] = [];
  for (const next of outcomes) {
    const last = joined.at(-1);
    if (last === undefined || last.to + 1 !== next.from || last.status !== next.status || last.code !== next.code) {
      joined.push(next);
      continue;
    }
    const version = next.version === null ? null : Math.max(next.version, last.version ?? 0);
    joined[joined.length - 1] = { ...last, to: next.to, version };
  }
  return joined;
}
