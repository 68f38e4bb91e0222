import type { Role } from './people.ts';
import type { BranchId, DeviceId, RowId } from './scalars.ts';

/** Whose hand a mutation is: `newcomer` is enrolling, `waiting` is an organiser whom nobody has confirmed yet. */
export type Standing = Role | 'newcomer' | 'waiting';

/** All that a mutator may know besides rows and arguments. Equal on the phone and on the server, by construction. */
export type Context = {
  readonly branch: BranchId;
  /** Null for a newcomer and for the operator. */
  readonly member: RowId | null;
  readonly role: Standing;
  readonly device: DeviceId;
  readonly mutationNumber: number;
  /** The device's claim, epoch ms; shown beside the server's time and never decided upon. */
  readonly claimedAt: number;
};

/** The id of the index-th row that this mutation makes: nobody needs a lock or a lottery to name a row. */
export function newRowId(context: Pick<Context, 'device' | 'mutationNumber'>, index = 0): RowId {
  const base = `${context.device}.${context.mutationNumber}`;
  return (index === 0 ? base : `${base}.${index}`) as RowId;
}

/** Which entry of which log made the row of this id; undefined for ids that no mutation number names. */
export function originOfRow(id: RowId): { readonly device: DeviceId; readonly mutationNumber: number } | undefined {
  const match = /^([0-9a-z]{16})\.(\d{1,10})(?:\.\d{1,10})?$/.exec(id);
  const [, device, number] = match ?? [];
  return device === undefined || number === undefined
    ? undefined
    : { device: device as DeviceId, mutationNumber: Number(number) };
}
