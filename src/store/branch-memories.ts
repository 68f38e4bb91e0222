import type { BranchId } from '#domain/scalars.ts';
import { phoneDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { openPhoneStore, type PhoneStore } from './phone-store.ts';

/**
 * What a coordinator's phone has read of each branch lies in a memory of its own, named by the branch: rows of two branches
 * never meet, and one that is no longer read goes as a whole. Opened once for each window.
 */
const opened = new WeakMap<PhoneStore, Map<BranchId, Promise<PhoneStore | null>>>();

/** The branches that this phone reads, as the server said last. */
export async function branchesHeld({ database }: PhoneStore): Promise<readonly BranchId[]> {
  return (await readMeta(database, 'branches')) ?? [];
}

/** The memory of a branch that this phone reads; null when the browser does not open it. */
export function branchMemory(store: PhoneStore, branch: BranchId): Promise<PhoneStore | null> {
  const known = opened.get(store) ?? new Map<BranchId, Promise<PhoneStore | null>>();
  opened.set(store, known);
  const memory = known.get(branch) ?? open(store, branch);
  known.set(branch, memory);
  return memory;
}

async function open(store: PhoneStore, branch: BranchId): Promise<PhoneStore | null> {
  const memory = await openPhoneStore({ ...store.ports, name: nameOf(store, branch) });
  if (!memory.ok) opened.get(store)?.delete(branch);
  return memory.ok ? memory.value : null;
}

function nameOf({ ports }: PhoneStore, branch: BranchId): string {
  return `${ports.name}-branch-${branch}`;
}

/** From now on this phone reads these branches: what it holds of any other goes before they are named. */
export async function keepBranches(store: PhoneStore, branches: readonly BranchId[]): Promise<void> {
  const held = await branchesHeld(store);
  for (const branch of held) if (!branches.includes(branch)) await drop(store, branch);
  if (held.join() !== branches.join()) await writeMeta(store.database, 'branches', branches);
}

/** Takes all branches off this phone: it is erased, passed on, or revoked. */
export async function dropBranches(store: PhoneStore): Promise<void> {
  if ((await branchesHeld(store)).length > 0) await keepBranches(store, []);
}

async function drop(store: PhoneStore, branch: BranchId): Promise<void> {
  const memory = await opened.get(store)?.get(branch);
  memory?.close();
  // By its name: what does not open goes too.
  await phoneDatabase(nameOf(store, branch)).delete();
  opened.get(store)?.delete(branch);
}
