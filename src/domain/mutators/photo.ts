import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { photoBody } from '../photo.ts';
import { put } from '../rows.ts';
import { rowId } from '../scalars.ts';
import { found } from './found.ts';

/** A picture was taken of a delivery's goods. Nothing is asked and nothing refused; the picture itself comes when it can. */
export const photoAdd = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.omit(photoBody, ['takenAt', 'member', 'status']),
  reads: () => [],
  decide: (_rows, args, context) =>
    ok([
      put('photo', newRowId(context), {
        ...args,
        takenAt: context.claimedAt,
        member: context.member,
        status: 'kept',
      }),
    ]),
});

/** An organiser has looked at it: the sponsors of that run may see it. */
export const photoRelease = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ photo: rowId }),
  reads: ({ photo }) => [{ kind: 'photo', id: photo }],
  decide: (rows, { photo }) => {
    const row = found(rows, 'photo', photo);
    if (!row.ok) return row;
    if (row.value.status === 'withdrawn') return err({ code: 'closed' });
    return ok([put('photo', photo, { ...row.value, status: 'released' })]);
  },
});

/** Somebody is in the picture, or it is the wrong one: an organiser, or whoever took it, takes it away for good. */
export const photoWithdraw = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ photo: rowId }),
  reads: ({ photo }) => [{ kind: 'photo', id: photo }],
  decide: (rows, { photo }, context) => {
    const row = found(rows, 'photo', photo);
    if (!row.ok) return row;
    if (context.role === 'driver' && row.value.member !== context.member) return err({ code: 'notYours' });
    return ok([put('photo', photo, { ...row.value, status: 'withdrawn' })]);
  },
});
