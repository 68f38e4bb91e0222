import type { Cells } from './cells.ts';
import type { Mapping } from './fields.ts';
import type { Circumstances, ImportPlan, Present } from './plan.ts';
import { planCheckpoints } from './plan-checkpoints.ts';
import { planPastRuns } from './plan-past-runs.ts';

/**
 * What bringing in the file would do, read as the mapping says. Nothing is changed; asked again after it was done, it
 * answers that everything is here.
 */
export function planImport(cells: Cells, mapping: Mapping, present: Present, circumstances: Circumstances): ImportPlan {
  return mapping.kind === 'checkpoints'
    ? planCheckpoints(cells, mapping, present, circumstances)
    : planPastRuns(cells, mapping, present, circumstances);
}
