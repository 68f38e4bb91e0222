import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { isSame } from '#lib/same.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { rowId } from '../scalars.ts';
import { vehicleBody } from '../supply.ts';
import { found } from './found.ts';
import { plainRowMutators } from './plain-row.ts';

const fields = v.omit(vehicleBody, ['status']);
const args = v.object({ id: rowId, was: vehicleBody, now: fields });
const receiveArgs = v.object({ id: rowId, fields });

/** Amending says what the person saw: a vehicle that somebody else changed or closed meanwhile is not overwritten. */
export const vehicleMutators = {
  ...plainRowMutators('vehicle', fields),
  amend: defineMutator<v.InferOutput<typeof args>>({
    version: 1,
    nature: 'plan',
    args,
    reads: ({ id }) => [{ kind: 'vehicle', id }],
    decide: (rows, { id, was, now }) => {
      const row = found(rows, 'vehicle', id);
      if (!row.ok) return row;
      const wanted = { ...now, status: 'open' } as const;
      if (isSame(row.value, wanted)) return ok([]);
      return isSame(row.value, was) ? ok([put('vehicle', id, wanted)]) : err({ code: 'changedMeanwhile' });
    },
  }),
  /** A vehicle of another branch comes, under an id that follows from the loan: coming twice it is one vehicle still, as it stands here by then. */
  receive: defineMutator<v.InferOutput<typeof receiveArgs>>({
    version: 1,
    nature: 'plan',
    args: receiveArgs,
    reads: ({ id }) => [{ kind: 'vehicle', id }],
    decide: (rows, { id, fields: come }) => {
      const isHere = rows.find('vehicle', id).state === 'present';
      return ok(isHere ? [] : [put('vehicle', id, { ...come, status: 'open' })]);
    },
  }),
};
