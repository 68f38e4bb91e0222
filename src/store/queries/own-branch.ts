import type { BranchBody } from '#domain/branch.ts';
import type { RowId } from '#domain/scalars.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** All of Kazakhstan; only until the branch's own row is here. */
const USUAL_UTC_OFFSET_MINUTES = 300;

/** The branch of this phone. Before its row has come its name is empty and its clock the country's. */
export async function ownBranch({ database }: PhoneStore): Promise<BranchBody> {
  const identity = await readMeta(database, 'identity');
  const row = identity === undefined ? undefined : await database.branch.get(identity.branch as string as RowId);
  return row?.body ?? { name: '', utcOffsetMinutes: USUAL_UTC_OFFSET_MINUTES };
}
