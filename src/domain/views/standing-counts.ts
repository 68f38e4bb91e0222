import type { ReturnableCountBody } from '../returnable.ts';
import type { RowId } from '../scalars.ts';

export type IdentifiedCount = { readonly id: RowId; readonly body: ReturnableCountBody };

/**
 * The counts that stand: those that no later one puts right. Where two put right the same one, the later of them stands,
 * and on every phone the same.
 */
export function standingCounts<C extends IdentifiedCount>(counts: readonly C[]): readonly C[] {
  const latestByOriginal = new Map<RowId, C>();
  for (const count of counts) {
    const { insteadOf } = count.body;
    if (insteadOf === null || insteadOf === count.id) continue;
    const known = latestByOriginal.get(insteadOf);
    if (known === undefined || isLater(count, known)) latestByOriginal.set(insteadOf, count);
  }
  return counts.filter(({ id, body: { insteadOf } }) => {
    const isPutRight = latestByOriginal.has(id);
    const isOvertaken = insteadOf !== null && insteadOf !== id && latestByOriginal.get(insteadOf)?.id !== id;
    return !isPutRight && !isOvertaken;
  });
}

function isLater(a: IdentifiedCount, b: IdentifiedCount): boolean {
  return a.body.recordedAt === b.body.recordedAt ? a.id > b.id : a.body.recordedAt > b.body.recordedAt;
}
