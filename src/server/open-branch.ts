import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { BranchBody } from '#domain/branch.ts';
import { parseBody, put } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { sha256 } from './auth/node-crypto.ts';
import type { Storage, Transaction } from './storage/port.ts';
import { applyPatch } from './sync/project.ts';
import { beginWork, finishWork, NOBODY } from './sync/work.ts';

const BRANCH_BYTES = 5;

/** A branch of this server, and what it is called; the first one has no name until its organiser gives it one. */
export type NamedBranch = { readonly branch: BranchId; readonly name: string };

/** A branch's id, which nobody has had before. */
export function newBranchId(random: Random): BranchId {
  return bytesToBase32(random.bytes(BRANCH_BYTES)) as BranchId;
}

/** Opens one more branch: empty, and nobody's until somebody is invited into it. */
export async function openBranch(storage: Storage, random: Random, body: BranchBody, now: number): Promise<BranchId> {
  const branch = newBranchId(random);
  await storage.transact(branch, (transaction) => writeBranch(transaction, branch, { body, random, now }));
  return branch;
}

/** Writes the row by which a branch is one. */
export async function writeBranch(
  transaction: Transaction,
  branch: BranchId,
  opening: { readonly body: BranchBody; readonly random: Random; readonly now: number },
): Promise<void> {
  const work = await beginWork(transaction, branch, opening.now);
  await applyPatch(work, put('branch', branch as string as RowId, opening.body), NOBODY);
  await finishWork(work, { sha256, random: opening.random });
}

/** All branches of the server, by their names. */
export async function namedBranches(storage: Storage): Promise<readonly NamedBranch[]> {
  const named: NamedBranch[] = [];
  for (const branch of await storage.branches()) {
    const key = { kind: 'branch', id: branch as string as RowId } as const;
    const [row] = await storage.transact(branch, (transaction) => transaction.rows([key]));
    const body = row?.body === undefined || row.body === null ? undefined : parseBody('branch', JSON.parse(row.body));
    named.push({ branch, name: body?.name ?? '' });
  }
  return named.toSorted((a, b) => a.name.localeCompare(b.name) || a.branch.localeCompare(b.branch));
}
