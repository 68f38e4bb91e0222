import * as v from 'valibot';
import { branchId, deviceId } from '#domain/scalars.ts';
import { rejectionCodes } from '#domain/rejection.ts';
import { branchesActSchema, MAX_BRANCHES } from '#domain/branches-act.ts';
import { anyBytes, cursor, epoch, nonceBytes, wireVersion } from './fields.ts';
import { signedSchema } from './signed.ts';
import { pageStepSchema } from './sync-answer.ts';

/** How far a coordinator's phone has read a branch; null: nothing of it yet. */
const heldBranchSchema = v.object({ branch: branchId, epoch: v.nullable(epoch), cursor: v.nullable(cursor) });

/** A coordinator asks what is new in all branches (SPEC 14), and may have something done in them first. */
export const branchesRequestSchema = v.object({
  version: wireVersion,
  device: deviceId,
  nonce: nonceBytes,
  held: v.pipe(v.array(heldBranchSchema), v.maxLength(MAX_BRANCHES)),
  act: v.nullable(branchesActSchema),
});
export type BranchesRequest = v.InferOutput<typeof branchesRequestSchema>;

/** A page of one branch's feed for coordinators; as in a sync, it applies only where `startCursor` is stored, or is null. */
export const branchPageSchema = v.object({
  branch: branchId,
  epoch,
  startCursor: v.nullable(cursor),
  page: v.array(pageStepSchema),
  cursor,
  hasMore: v.boolean(),
});
export type BranchPage = v.InferOutput<typeof branchPageSchema>;

export const branchesBodySchema = v.object({
  /** All that this phone may read: what it holds of any other one goes. */
  branches: v.pipe(v.array(branchId), v.maxLength(MAX_BRANCHES)),
  pages: v.array(branchPageSchema),
  /** True when there is more to ask for, in these branches or in others. */
  hasMore: v.boolean(),
  /** Why what was asked for was not done, or not wholly; null when it was, or when nothing was. */
  refused: v.nullable(v.picklist(rejectionCodes)),
});
export type BranchesBody = v.InferOutput<typeof branchesBodySchema>;

/** The acknowledgement names the asking device, and the body's hash; of the device's log it says nothing. */
export const branchesAnswerSchema = v.object({ acknowledgement: signedSchema, body: anyBytes });
export type BranchesAnswer = v.InferOutput<typeof branchesAnswerSchema>;
