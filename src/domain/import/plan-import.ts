import type { Cells } from './cells.ts';
import type { ImportKind, Mapping } from './fields.ts';
import type { Circumstances, ImportPlan, Present } from './plan.ts';
import { planAvailability } from './plan-availability.ts';
import { planCheckpoints } from './plan-checkpoints.ts';
import { planNeeds } from './plan-needs.ts';
import { planPastRuns } from './plan-past-runs.ts';
import { planPeople } from './plan-people.ts';
import { planRunsAhead } from './plan-runs-ahead.ts';

/**
 * What bringing in the file would do, read as the mapping says. Nothing is changed; asked again after it was done, it
 * answers that everything is here.
 */
export function planImport(cells: Cells, mapping: Mapping, present: Present, circumstances: Circumstances): ImportPlan {
  return planners[mapping.kind](cells, mapping, present, circumstances);
}

type Planner = (cells: Cells, mapping: Mapping, present: Present, circumstances: Circumstances) => ImportPlan;

const planners: Readonly<Record<ImportKind, Planner>> = {
  checkpoints: planCheckpoints,
  people: planPeople,
  availability: planAvailability,
  needs: planNeeds,
  grid: planNeeds,
  runs: planRunsAhead,
  pastRuns: planPastRuns,
};
