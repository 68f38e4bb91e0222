import * as v from 'valibot';
import { day, rowId } from './scalars.ts';

/** Amounts as they are typed, by item: "20", "2.5", or something that is no number yet. */
const texts = v.record(v.string(), v.string());

/** What somebody has entered about a run and not saved yet. */
const planEntry = v.object({
  label: v.string(),
  on: day,
  window: v.nullable(rowId),
  kitchen: v.nullable(rowId),
  driver: v.nullable(rowId),
  items: v.array(rowId),
  each: texts,
  stops: v.array(v.object({ key: v.number(), checkpoint: rowId, texts })),
});
export type PlanEntry = v.InferOutput<typeof planEntry>;

/** Reads an entry that was kept, perhaps by an older version; undefined when it is none. */
export function readPlanEntry(kept: unknown): PlanEntry | undefined {
  const parsed = v.safeParse(planEntry, kept);
  return parsed.success ? parsed.output : undefined;
}
