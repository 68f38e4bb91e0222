import type { BranchId, RowId } from '#domain/scalars.ts';
import { branchesHeld, branchMemory } from '../branch-memories.ts';
import type { PhoneStore } from '../phone-store.ts';

export type NamedBranch = { readonly branch: BranchId; readonly name: string };

/** What the branches that a coordinator's phone reads are called; empty while that has not come. */
export async function branchNames(store: PhoneStore): Promise<readonly NamedBranch[]> {
  const held = await branchesHeld(store);
  return Promise.all(
    held.map(async (branch) => {
      const memory = await branchMemory(store, branch);
      const row = await memory?.database.branch.get(branch as string as RowId);
      return { branch, name: row?.body.name ?? '' };
    }),
  );
}
