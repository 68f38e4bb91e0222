import * as v from 'valibot';
import { noticeBody } from './notice.ts';
import { branchId, instant, inviteId, rowId } from './scalars.ts';

/** Branches of which one coordinator's phone is told. */
export const MAX_BRANCHES = 100;

const someBranches = v.pipe(v.array(branchId), v.minLength(1), v.maxLength(MAX_BRANCHES));

/** What a coordinator has done in branches by the operator's hand (SPEC 14.6). One of the three is there, and the others are null. */
export const branchesActSchema = v.object({
  /** The same words in each of these branches. */
  notice: v.nullable(v.object({ branches: someBranches, fields: v.omit(noticeBody, ['status']) })),
  /** A vehicle that is nobody's own goes to another branch. */
  vehicle: v.nullable(v.object({ from: branchId, vehicle: rowId, to: branchId })),
  /** Somebody may join the branch as a driver; who that is, a coordinator never hears. */
  invite: v.nullable(v.object({ branch: branchId, id: inviteId, expiresAt: instant })),
});
export type BranchesAct = v.InferOutput<typeof branchesActSchema>;

/** An act of one kind. */
export function actOf(act: Partial<BranchesAct>): BranchesAct {
  return { notice: null, vehicle: null, invite: null, ...act };
}
