import * as v from 'valibot';
import { isSame } from '#lib/same.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { isCounted, isRaisedOn, type RequestAnswer, requestAnswer, requestBody } from '../request.ts';
import { type Patch, put, type Rows } from '../rows.ts';
import { name, type RowId, rowId } from '../scalars.ts';
import { found } from './found.ts';

const { checkpoint, what, count, note } = requestBody.entries;

/** Somebody stood there and was told what is missing. A fact: whatever became of the place, it is kept. */
export const requestRaise = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.object({ checkpoint, what, count, note }),
  reads: () => [],
  decide: (_rows, given, context) =>
    ok([
      put('request', newRowId(context), {
        ...given,
        count: isCounted(given.what) ? given.count : 1,
        raisedAt: context.claimedAt,
        status: 'open',
        promisedBy: null,
      }),
    ]),
});

/** An organisation says that it will bring it. */
export const requestPromise = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ request: rowId, was: requestAnswer, by: name }),
  reads: ({ request }) => [{ kind: 'request', id: request }],
  decide: (rows, { request, was, by }) => answered(rows, request, was, { status: 'promised', promisedBy: by }),
});

/** It was brought, it is needed no more, or it stands open again. Who brought it stays said. */
export const requestSettle = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ request: rowId, was: requestAnswer, status: v.picklist(['open', 'done', 'withdrawn']) }),
  reads: ({ request }) => [{ kind: 'request', id: request }],
  decide: (rows, { request, was, status }, context) => {
    const refusal = mayNot(request, status, context);
    if (refusal !== null) return err(refusal);
    return answered(rows, request, was, { status, promisedBy: status === 'done' ? was.promisedBy : null });
  },
});

/** Who raised it may take it back; whoever answers does not say that nothing is needed. */
function mayNot(request: RowId, status: RequestAnswer['status'], context: Context): Rejection | null {
  if (context.role === 'technicalSupport' && status === 'withdrawn') return { code: 'notAllowed' };
  if (context.role !== 'driver') return null;
  return status === 'withdrawn' && isRaisedOn(request, context.device) ? null : { code: 'notYours' };
}

/** Two who answer by themselves: the second is told, unless both say the same. */
function answered(rows: Rows, id: RowId, was: RequestAnswer, now: RequestAnswer): Result<readonly Patch[], Rejection> {
  const row = found(rows, 'request', id);
  if (!row.ok) return row;
  const { status, promisedBy } = row.value;
  if (isSame({ status, promisedBy }, now)) return ok([]);
  if (!isSame({ status, promisedBy }, was)) return err({ code: 'changedMeanwhile' });
  return ok([put('request', id, { ...row.value, ...now })]);
}
