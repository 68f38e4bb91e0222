import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { type Context } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { oddity, reviewBody, type ReviewBody } from '../review.ts';
import { type Patch, put } from '../rows.ts';
import { type RowId, rowId } from '../scalars.ts';
import { deliveryFacts, flagsOf } from './delivery-record.ts';

/** An organiser looked at something, and says what is to become of it. The last word counts; each of them is in the log. */
export const reviewDecide = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.object({ about: rowId, decision: reviewBody.entries.decision, seen: v.array(oddity) }),
  reads: () => [],
  decide: (_rows, { about, decision, seen }, context) => ok([decided(about, { decision, seen }, context)]),
});

/**
 * A delivery that the server kept aside counts after all. Its row is named by what was kept, so that two organisers who take
 * it in are one delivery; its content travels along, so that it stands also where a restored server has forgotten the rest.
 */
export const asideTakeIn = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.object({ aside: rowId, ...deliveryFacts }),
  reads: ({ aside, run }) => [
    { kind: 'aside', id: aside },
    { kind: 'delivery', id: aside },
    ...(run === null ? [] : [{ kind: 'run' as const, id: run }]),
  ],
  decide: (rows, { aside: id, ...facts }, context) => {
    if (rows.find('delivery', id).state === 'present') return err({ code: 'alreadyThere' });
    const aside = rows.find('aside', id);
    const from = aside.state === 'present' ? aside.body : undefined;
    return ok([
      put('delivery', id, {
        ...facts,
        how: 'review',
        recordedAt: from?.claimedAt ?? context.claimedAt,
        member: from?.member ?? null,
        device: from?.device ?? null,
        flags: flagsOf(rows, facts, context),
        corrections: [],
      }),
      decided(id, { decision: 'takenIn', seen: [] }, context),
    ]);
  },
});

function decided(about: RowId, what: Pick<ReviewBody, 'decision' | 'seen'>, context: Context): Patch {
  return put('review', about, { ...what, member: context.member, decidedAt: context.claimedAt });
}
