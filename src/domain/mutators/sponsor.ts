import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { instant, inviteId, rowId } from '../scalars.ts';
import { needBody, pledgeBody, sponsorBody } from '../sponsors.ts';
import { checkNamed, found, type NamedKey } from './found.ts';
import { plainRowMutators } from './plain-row.ts';

export const sponsorMutators = plainRowMutators('sponsor', v.omit(sponsorBody, ['status']));
/** A need is released and withdrawn; another amount is another need, since somebody may have answered the first. */
export const needMutators = plainRowMutators('need', v.omit(needBody, ['status']));

/** An organiser enters what a sponsor said; the server's own hand, which is the sponsor's by the link, only offers. */
export const pledgeMake = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ fields: v.omit(pledgeBody, ['status']) }),
  reads: ({ fields }) => named(fields),
  decide: (rows, { fields }, context) => {
    if (fields.until !== null && fields.until < fields.from) return err({ code: 'endsBeforeStart' });
    const checked = checkNamed(rows, named(fields));
    if (!checked.ok) return checked;
    const status = context.role === 'operator' ? 'offered' : 'confirmed';
    return ok([put('pledge', newRowId(context), { ...fields, status })]);
  },
});

export const pledgeConfirm = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ pledge: rowId }),
  reads: ({ pledge }) => [{ kind: 'pledge', id: pledge }],
  decide: (rows, { pledge }) => {
    const row = found(rows, 'pledge', pledge);
    if (!row.ok) return row;
    if (row.value.status === 'closed') return err({ code: 'closed' });
    return ok([put('pledge', pledge, { ...row.value, status: 'confirmed' })]);
  },
});

/** Declined, or at an end. What was drawn from it stays. */
export const pledgeClose = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ pledge: rowId }),
  reads: ({ pledge }) => [{ kind: 'pledge', id: pledge }],
  decide: (rows, { pledge }) => {
    const row = found(rows, 'pledge', pledge);
    return row.ok ? ok([put('pledge', pledge, { ...row.value, status: 'closed' })]) : row;
  },
});

/** The phone made the secret and shows it; only its hash, the id, leaves the phone. */
export const sponsorLinkCreate = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: inviteId, sponsor: rowId, expiresAt: v.nullable(instant) }),
  reads: ({ id, sponsor }) => [
    { kind: 'sponsorLink', id },
    { kind: 'sponsor', id: sponsor },
  ],
  decide: (rows, { id, sponsor, expiresAt }) => {
    if (rows.find('sponsorLink', id).state === 'present') return err({ code: 'alreadyThere' });
    const checked = checkNamed(rows, [{ kind: 'sponsor', id: sponsor }]);
    return checked.ok ? ok([put('sponsorLink', id, { sponsor, expiresAt, status: 'open' })]) : checked;
  },
});

export const sponsorLinkRevoke = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: inviteId }),
  reads: ({ id }) => [{ kind: 'sponsorLink', id }],
  decide: (rows, { id }) => {
    const link = found(rows, 'sponsorLink', id);
    return link.ok ? ok([put('sponsorLink', id, { ...link.value, status: 'revoked' })]) : link;
  },
});

function named({
  sponsor,
  item,
  window,
  need,
}: Pick<v.InferOutput<typeof pledgeBody>, 'sponsor' | 'item' | 'window' | 'need'>): readonly NamedKey[] {
  return [
    { kind: 'sponsor', id: sponsor },
    { kind: 'item', id: item },
    ...(window === null ? [] : [{ kind: 'mealWindow' as const, id: window }]),
    ...(need === null ? [] : [{ kind: 'need' as const, id: need }]),
  ];
}
