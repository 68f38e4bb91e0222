import type { Notice } from '#domain/views/notices.ts';
import type { PhoneStore } from '../phone-store.ts';

/** All notices that this phone holds, closed and past ones too. */
export async function notices({ database }: PhoneStore): Promise<readonly Notice[]> {
  return database.notice.toArray();
}
