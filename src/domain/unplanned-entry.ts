import * as v from 'valibot';
import { otherNames } from './other-names.ts';
import { checkpointCode, lines, name, rowId } from './scalars.ts';

/** What somebody has entered about a delivery beside the plan and not saved yet. */
const unplannedEntry = v.object({
  place: v.nullable(v.object({ id: rowId, name, otherNames, code: checkpointCode })),
  lines,
});
export type UnplannedEntry = v.InferOutput<typeof unplannedEntry>;

const NOTHING: UnplannedEntry = { place: null, lines: [] };

/** Reads an entry that was kept, perhaps by an older version; nothing when it is none. */
export function readUnplannedEntry(kept: unknown): UnplannedEntry {
  const parsed = v.safeParse(unplannedEntry, kept);
  return parsed.success ? parsed.output : NOTHING;
}
