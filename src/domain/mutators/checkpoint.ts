import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { codeClaimId } from '../claims.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { checkpointBody } from '../places.ts';
import type { Rejection } from '../rejection.ts';
import { type Patch, put, type Rows } from '../rows.ts';
import { type RowId, rowId } from '../scalars.ts';
import { found } from './found.ts';

const fields = v.omit(checkpointBody, ['status']);
type Fields = v.InferOutput<typeof fields>;

export const checkpointCreate = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ fields }),
  reads: (args) => [{ kind: 'claim', id: codeClaimId(args.fields.code) }],
  decide: (rows, args, context) => opened(rows, newRowId(context), args.fields),
});

/** Another code frees the old one; amending a closed checkpoint opens it again. */
export const checkpointAmend = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: rowId, fields }),
  reads: (args, _context, rows) => {
    const row = rows.find('checkpoint', args.id);
    const old = row.state === 'present' ? [{ kind: 'claim' as const, id: codeClaimId(row.body.code) }] : [];
    return [{ kind: 'checkpoint', id: args.id }, { kind: 'claim', id: codeClaimId(args.fields.code) }, ...old];
  },
  decide: (rows, args) => {
    const row = found(rows, 'checkpoint', args.id);
    if (!row.ok) return row;
    const next = opened(rows, args.id, args.fields);
    if (!next.ok || row.value.code === args.fields.code) return next;
    const oldClaim = codeClaimId(row.value.code);
    return ok(
      isHeldBy(rows, oldClaim, args.id) ? [...next.value, { op: 'remove', kind: 'claim', id: oldClaim }] : next.value,
    );
  },
});

/** A closed checkpoint frees its code: another place may need it tonight. */
export const checkpointClose = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: rowId }),
  reads: (args, _context, rows) => {
    const row = rows.find('checkpoint', args.id);
    const claim = row.state === 'present' ? [{ kind: 'claim' as const, id: codeClaimId(row.body.code) }] : [];
    return [{ kind: 'checkpoint', id: args.id }, ...claim];
  },
  decide: (rows, args) => {
    const row = found(rows, 'checkpoint', args.id);
    if (!row.ok) return row;
    const claim = codeClaimId(row.value.code);
    const freed: readonly Patch[] = isHeldBy(rows, claim, args.id) ? [{ op: 'remove', kind: 'claim', id: claim }] : [];
    return ok([put('checkpoint', args.id, { ...row.value, status: 'closed' }), ...freed]);
  },
});

function opened(rows: Rows, id: RowId, given: Fields): Result<readonly Patch[], Rejection> {
  const claimId = codeClaimId(given.code);
  const claim = rows.find('claim', claimId);
  if (claim.state === 'present' && claim.body.owner !== id) return err({ code: 'codeTaken' });
  return ok([put('checkpoint', id, { ...given, status: 'open' }), put('claim', claimId, { owner: id })]);
}

function isHeldBy(rows: Rows, claimId: RowId, owner: RowId): boolean {
  const claim = rows.find('claim', claimId);
  return claim.state === 'present' && claim.body.owner === owner;
}
