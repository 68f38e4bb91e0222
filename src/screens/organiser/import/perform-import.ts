import { isStepReady, type ImportStep, stepToMutation } from '#domain/import/import-step.ts';
import type { ImportPlan } from '#domain/import/plan.ts';
import type { ThingKey } from '#domain/import/same-thing.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Saved } from '#store/mutate.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { SaveFailure } from '#store/save.ts';
import type { Result } from '#lib/result.ts';

/** So often a step is tried that the phone does not know to be saved; always under the same tap. */
const MAX_TRIES = 3;

export type ImportOutcome = {
  /** `interrupted`: the phone could not save on; what is saved stays, and the same file goes on from there. */
  readonly type: 'finished' | 'stopped' | 'interrupted';
  readonly savedCount: number;
  /** Steps that were refused, or that needed one which was. */
  readonly leftCount: number;
};

export type ImportRunning = {
  readonly mutate: PhoneStore['mutate'];
  /** Names this attempt: its taps are its own. */
  readonly attempt: string;
  readonly signal: AbortSignal;
  readonly onProgress: (doneCount: number) => void;
};

/**
 * Performs the steps one after the other, since each may need the id of an earlier one. Done again after any end, with a
 * new plan from the same file, it goes on where it was.
 */
export async function performImport(plan: ImportPlan, running: ImportRunning): Promise<ImportOutcome> {
  const rowIds = new Map<ThingKey, RowId>(plan.rowIds);
  let savedCount = 0;
  let leftCount = 0;
  for (const [index, step] of plan.steps.entries()) {
    if (running.signal.aborted) return { type: 'stopped', savedCount, leftCount };
    if (isStepReady(step, rowIds)) {
      const saved = await saveStep(step, rowIds, `${running.attempt}.${index}`, running.mutate);
      if (saved.ok) {
        savedCount += 1;
        if ('key' in step) rowIds.set(step.key, saved.value.firstRowId);
      } else if (saved.error.code !== 'refused') return { type: 'interrupted', savedCount, leftCount };
      // Another phone brought the same run in meanwhile: that is what was wanted.
      else if (saved.error.rejection.code !== 'alreadyImported') leftCount += 1;
    } else leftCount += 1;
    running.onProgress(index + 1);
  }
  return { type: 'finished', savedCount, leftCount };
}

async function saveStep(
  step: ImportStep,
  rowIds: ReadonlyMap<ThingKey, RowId>,
  tap: string,
  mutate: PhoneStore['mutate'],
): Promise<Result<Saved, SaveFailure>> {
  const mutation = stepToMutation(step, rowIds);
  let result = await mutate(mutation, tap);
  for (let tries = 1; tries < MAX_TRIES && !result.ok && result.error.code === 'notKnownToBeSaved'; tries += 1) {
    result = await mutate(mutation, tap);
  }
  return result;
}
