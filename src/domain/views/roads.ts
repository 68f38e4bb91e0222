import type { Day, RowId } from '../scalars.ts';
import { type Notice, noticesOn } from './notices.ts';

/** The checkpoints that notices of roads name on a day, each with the first notice that is shown of it. */
export function roadsByPlace(notices: readonly Notice[], today: Day): ReadonlyMap<RowId, Notice> {
  const found = new Map<RowId, Notice>();
  for (const notice of noticesOn(notices, today)) {
    if (notice.body.topic !== 'road') continue;
    for (const place of notice.body.affects ?? []) if (!found.has(place)) found.set(place, notice);
  }
  return found;
}
