import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { correctionBody, type CorrectionBody, MAX_CORRECTIONS } from '../delivery.ts';
import { defineMutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { type Patch, put, type Rows } from '../rows.ts';
import { lines, note, type RowId, rowId } from '../scalars.ts';
import { found } from './found.ts';

/** Another amount than was recorded. */
export const deliveryCorrect = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.object({ delivery: rowId, lines, reason: correctionBody.entries.reason, note }),
  reads: (args) => [{ kind: 'delivery', id: args.delivery }],
  decide: (rows, args, context) => correct(rows, context, args),
});

/** Recorded by mistake: it counts no longer, and both the record and its withdrawal stay visible. */
export const deliveryWithdraw = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.object({ delivery: rowId, note }),
  reads: (args) => [{ kind: 'delivery', id: args.delivery }],
  decide: (rows, args, context) => correct(rows, context, { ...args, lines: null, reason: null }),
});

type Correction = Pick<CorrectionBody, 'delivery' | 'lines' | 'reason' | 'note'>;

/** Appends to the delivery's corrections, whose order is the server's: the last one says what counts. */
function correct(rows: Rows, context: Context, given: Correction): Result<readonly Patch[], Rejection> {
  const delivery = found(rows, 'delivery', given.delivery);
  if (!delivery.ok) return delivery;
  if (context.role === 'driver' && delivery.value.member !== context.member) return err({ code: 'notYours' });
  const id: RowId = newRowId(context);
  const { member: deliveryMember, corrections } = delivery.value;
  return ok([
    put('correction', id, { ...given, deliveryMember, recordedAt: context.claimedAt, member: context.member }),
    put('delivery', given.delivery, { ...delivery.value, corrections: [...corrections, id].slice(-MAX_CORRECTIONS) }),
  ]);
}
