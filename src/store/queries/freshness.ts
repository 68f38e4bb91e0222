import { readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import type { Position } from '../position.ts';

/** How far the rows here can be believed: an empty list of a phone that has heard nothing is no empty plan. */
export type Freshness = Pick<Position, 'rows' | 'heardAt' | 'serverAt'>;

/** When the server was last heard, and whether all that it shows to this phone is here. */
export async function freshness({ database }: PhoneStore): Promise<Freshness> {
  const { rows, heardAt, serverAt } = await readPosition(database);
  return { rows, heardAt, serverAt };
}
