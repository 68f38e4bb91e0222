import type { Day, RowId } from '../scalars.ts';
import type { PledgeBody } from '../sponsors.ts';
import { promisedDays } from './fulfilment-report.ts';
import { pledgeShares, type SupplyRows } from './pledge-shares.ts';

/** How much of a pledge runs were given over a period, and how much it promised; drawn may be more. */
export type PledgeUse = { readonly promised: number; readonly drawn: number };

/** What runs of these days draw on each pledge. */
export function pledgeUse(
  pledges: readonly { readonly id: RowId; readonly body: Pick<PledgeBody, 'count' | 'from' | 'until'> }[],
  rows: SupplyRows,
  period: { readonly from: Day; readonly to: Day },
): ReadonlyMap<RowId, PledgeUse> {
  const uses = new Map<RowId, PledgeUse>(
    pledges.map(({ id, body }) => [id, { promised: body.count * promisedDays(body, period), drawn: 0 }]),
  );
  for (const { pledge, run, assigned } of pledgeShares(rows)) {
    const on = rows.runsById.get(run)?.on;
    const use = uses.get(pledge);
    if (use === undefined || on === undefined || on < period.from || on > period.to) continue;
    uses.set(pledge, { ...use, drawn: use.drawn + assigned });
  }
  return uses;
}
