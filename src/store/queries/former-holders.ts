import { type FormerHolder, readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Who had this phone before and has something here still, the last one last. */
export async function formerHolders({ database }: PhoneStore): Promise<readonly FormerHolder[]> {
  return (await readMeta(database, 'formers')) ?? [];
}
