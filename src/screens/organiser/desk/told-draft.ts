import type { Mutation } from '#domain/mutators.ts';
import { type Count, type Day, MAX_COUNT, type RowId } from '#domain/scalars.ts';
import { spokenCheck } from '#domain/spoken-check.ts';
import type { RunOverview } from '#domain/views/day-overview.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { parseCount } from '#i18n/format.ts';
import { err, ok, type Result } from '#lib/result.ts';
import type { KnownCheckpoint } from '#store/queries/checkpoints.ts';

/** What is being heard over the telephone. */
export type ToldDraft = {
  readonly code: string;
  /** Null until somebody chooses: then it is the first that fits. */
  readonly run: RowId | 'beside' | null;
  readonly item: RowId | null;
  readonly amount: string;
  readonly check: string;
};
export type ToldTrouble = 'unknownPlace' | 'wrongAmount' | 'wrongCheck';

export const NOTHING_TOLD: ToldDraft = { code: '', run: null, item: null, amount: '', check: '' };

/** The place of a number as it is said: "seven", "oh seven", "No. 7". */
export function placeOfCode(places: readonly KnownCheckpoint[], text: string): KnownCheckpoint | undefined {
  const code = text.replace(/\D/g, '').replace(/^0+/, '');
  return code === '' ? undefined : places.find((place) => place.status === 'open' && place.code === code);
}

export type StopToTell = { readonly run: RunOverview; readonly stop: StopProgress };

/** The stops of the day's runs at a place: those without a record first. */
export function stopsToTell(runs: readonly RunOverview[], checkpoint: RowId): readonly StopToTell[] {
  return runs
    .filter(({ run }) => run.status !== 'cancelled' && run.importedFrom === null)
    .flatMap((run) => run.stops.filter((stop) => stop.checkpoint === checkpoint).map((stop) => ({ run, stop })))
    .toSorted((a, b) => Number(a.stop.state !== 'open') - Number(b.stop.state !== 'open'));
}

/** The record of what was heard, or why it is not saved. Without a check number it is taken as it was read back. */
export function toldToMutation(
  { item, amount, check }: ToldDraft,
  place: KnownCheckpoint | undefined,
  to: StopToTell | undefined,
  beside: { readonly on: Day; readonly window: RowId | null },
): Result<Mutation, ToldTrouble> {
  const count = parseCount(amount.trim());
  if (place === undefined) return err('unknownPlace');
  if (item === null || count === undefined || count > MAX_COUNT) return err('wrongAmount');
  const line = { item, count: count as Count };
  const heard = check.replace(/\D/g, '');
  if (check.trim() !== '' && heard !== spokenCheck({ code: place.code, ...line })) return err('wrongCheck');
  const where =
    to === undefined
      ? { run: null, stop: null, ...beside }
      : { run: to.run.id, stop: to.stop.index, on: to.run.run.on, window: to.run.run.window };
  const said = { lines: [line], reason: null, note: '', how: 'told' as const };
  return ok({ name: 'deliveryRecord', args: { ...where, checkpoint: place.id, ...said } });
}
