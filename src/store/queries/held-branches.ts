import type { BranchId } from '#domain/scalars.ts';
import { branchesHeld } from '../branch-memories.ts';
import type { PhoneStore } from '../phone-store.ts';

/** The branches that a coordinator's phone reads, in a fixed order. */
export async function heldBranches(store: PhoneStore): Promise<readonly BranchId[]> {
  return branchesHeld(store);
}
