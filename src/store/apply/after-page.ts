import type { AnswerBody } from '#protocol/sync-answer.ts';
import type { Position } from '../position.ts';

/** Where the phone stands once this page is taken, before anything settles (SPEC 8.12). */
export function afterPage(before: Position, { startCursor, cursor, scope, hasMore }: AnswerBody): Position {
  const isFromStart = startCursor === null;
  const isSweeping = isFromStart ? before.rows !== 'never' : before.isSweeping;
  const isPartial = hasMore && (isFromStart || before.rows === 'partial');
  const rows = isPartial ? 'partial' : hasMore ? before.rows : 'whole';
  return { ...before, cursor, scope, rows, hasMore, isSweeping };
}
