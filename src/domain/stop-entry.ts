import * as v from 'valibot';
import { shortReason } from './delivery.ts';
import { lines, note } from './scalars.ts';

/** What somebody has entered about a stop and not saved yet. */
const stopEntry = v.object({ amounts: lines, reason: v.nullable(shortReason), note });
export type StopEntry = v.InferOutput<typeof stopEntry>;

/** Reads an entry that was kept, perhaps by an older version; undefined when it is none. */
export function readStopEntry(kept: unknown): StopEntry | undefined {
  const parsed = v.safeParse(stopEntry, kept);
  return parsed.success ? parsed.output : undefined;
}
