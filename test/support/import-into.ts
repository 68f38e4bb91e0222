import { createHash } from 'node:crypto';

import type { Cells } from '#domain/import/cells.ts';
import type { Mapping } from '#domain/import/fields.ts';
import { guessMapping } from '#domain/import/guess-mapping.ts';
import { isStepReady, stepToMutation } from '#domain/import/import-step.ts';
import type { ImportPlan } from '#domain/import/plan.ts';
import { planImport } from '#domain/import/plan-import.ts';
import type { ThingKey } from '#domain/import/same-thing.ts';
import type { Day, RowId } from '#domain/scalars.ts';

import type { MemoryBranch } from './memory-branch.ts';

const CIRCUMSTANCES = {
  today: '2026-11-24' as Day,
  sha256: (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest(),
  brokenLines: new Set<number>(),
};

/** What bringing these lines in would do to the branch as it is now. */
export function planInto(branch: MemoryBranch, cells: Cells, changes: Partial<Mapping> = {}): ImportPlan {
  const present = {
    items: branch.rows('item'),
    checkpoints: branch.rows('checkpoint'),
    runs: branch.rows('run'),
    windows: branch.rows('mealWindow'),
    kitchens: branch.rows('kitchen'),
    members: branch.rows('member'),
    availabilities: branch.rows('availability'),
    deliveryIds: new Set(branch.rows('delivery').map(({ id }) => id)),
    needIds: new Set([...branch.rows('requirement'), ...branch.rows('dayRequirement')].map(({ id }) => id)),
  };
  return planImport(cells, { ...guessMapping(cells), ...changes }, present, CIRCUMSTANCES);
}

/** Brings the lines in; `stopAfter` mutations the tab is closed. */
export function importInto(
  branch: MemoryBranch,
  cells: Cells,
  { changes = {}, stopAfter = Infinity }: { readonly changes?: Partial<Mapping>; readonly stopAfter?: number } = {},
): ImportPlan {
  const plan = planInto(branch, cells, changes);
  const rowIds = new Map<ThingKey, RowId>(plan.rowIds);
  for (const step of plan.steps.slice(0, stopAfter)) {
    if (!isStepReady(step, rowIds)) throw new Error(`A step is planned before what it names: ${JSON.stringify(step)}`);
    const saved = branch.mutate(stepToMutation(step, rowIds));
    if (!saved.ok) throw new Error(`Refused (${saved.error.code}): ${JSON.stringify(step)}`);
    if ('key' in step) rowIds.set(step.key, saved.value);
  }
  return plan;
}
