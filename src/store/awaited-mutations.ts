import { rowKeyText } from '#domain/rows.ts';
import type { ReadStep } from './apply/page-step.ts';
import type { PhoneDatabase } from './database.ts';
import { isInRanges, numbersOf, outsideRanges } from './number-ranges.ts';
import type { Position } from './position.ts';

/**
 * Mutations that the cursor has reached although a later page tells of their rows: somebody wrote these again, so that
 * they stand further on in the feed. Settled now, they would be out of sight until that page.
 */
export async function awaitedMutations(
  database: PhoneDatabase,
  position: Position,
  steps: readonly ReadStep[],
): Promise<readonly number[]> {
  const told = new Set(steps.flatMap((step) => (step.type === 'rows' ? step.rows.map(rowKeyText) : [])));
  const stretches = steps.flatMap((step) => (step.type === 'own' ? [step.own] : []));
  const reached = position.applied.filter(({ version }) => version <= (position.cursor?.number ?? -1));
  const numbers = numbersOf(reached.flatMap((range) => outsideRanges(range, stretches)));
  const records = numbers.length === 0 ? [] : await database.log.bulkGet([...numbers]);
  return numbers.filter((number, index) => {
    const isTold = records[index]?.wrote.every((text) => told.has(text)) ?? true;
    return !isTold && !isInRanges(position.settled, number);
  });
}
