import type { Day, RowId } from '#domain/scalars.ts';
import type { NeedBody } from '#domain/sponsors.ts';
import type { PhoneStore } from '../phone-store.ts';

export type ReleasedNeed = NeedBody & { readonly id: RowId };

/** What sponsors are shown as needed on a day. */
export async function releasedNeeds({ database }: PhoneStore, on: string): Promise<readonly ReleasedNeed[]> {
  const rows = await database.need.filter(({ body }) => body.status === 'open' && body.on === (on as Day)).toArray();
  return rows.map(({ id, body }) => ({ ...body, id }));
}
