import * as v from 'valibot';
import { fingerprint } from '#lib/fingerprint.ts';
import { runBody, type Stop } from './run.ts';
import { rowId } from './scalars.ts';

/** What organisers plan of a run; all else is what becomes of it. */
export const planFields = v.object({
  label: runBody.entries.label,
  window: v.nullable(rowId),
  kitchen: v.nullable(rowId),
  driver: v.nullable(rowId),
});
export type PlanFields = v.InferOutput<typeof planFields>;

/** Stands for a run's stops as somebody saw them, so that nobody has to send them back. */
export const stopsMark = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
export type StopsMark = v.InferOutput<typeof stopsMark>;

/** Equal for the same places, items and amounts in the same order. */
export function stopsMarkOf(stops: readonly Stop[]): StopsMark {
  const texts = stops.map(({ checkpoint, lines }) => [
    checkpoint,
    ...lines.map(({ item, count }) => `${item} ${count}`),
  ]);
  return fingerprint(texts.map((parts) => parts.join(',')).join(';'));
}
