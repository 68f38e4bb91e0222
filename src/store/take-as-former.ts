import type { AnswerBody } from '#protocol/sync-answer.ts';
import { recordOutcomes } from './apply/outcomes.ts';
import type { PhoneDatabase } from './database.ts';
import { writeMeta } from './meta.ts';
import { type NumberRange, withRange } from './number-ranges.ts';
import type { Position } from './position.ts';
import type { ExceptionRecord } from './records.ts';

/**
 * What a former holder's memory takes of an answer: how far their log is stored, and what became of it. Rows are let go:
 * their stops and names have left this phone.
 */
export async function takeAsFormer(
  database: PhoneDatabase,
  believed: Position,
  { outcomes }: AnswerBody,
  { newest, known, heardAt }: Here,
): Promise<void> {
  const recorded = recordOutcomes(believed, outcomes, newest, new Map(known.map((one) => [one.number, one])));
  // Without rows nothing has to be waited for: what was applied is settled.
  const { applied, settled } = recorded.position;
  const all = applied.reduce<readonly NumberRange[]>((ranges, range) => withRange(ranges, range), settled);
  await Promise.all([
    database.exceptions.bulkDelete([...recorded.cleared]),
    database.exceptions.bulkPut(recorded.exceptions),
    writeMeta(database, 'position', { ...marked(recorded.position), applied: [], settled: all, heardAt }),
  ]);
}

/** This log never grows again, so that no later mark will say since when its last entries have been there. */
function marked(position: Position): Position {
  const { acknowledgedMarks, acknowledgedThrough, serverAt } = position;
  const isMarked = (acknowledgedMarks.at(-1)?.through ?? 0) >= acknowledgedThrough;
  return isMarked || serverAt === null
    ? position
    : { ...position, acknowledgedMarks: [...acknowledgedMarks, { through: acknowledgedThrough, serverAt }] };
}

type Here = {
  /** Number of the newest entry. */
  readonly newest: number;
  readonly known: readonly ExceptionRecord[];
  readonly heardAt: number;
};
