import type { MealWindowBody } from '../../catalogue.ts';
import type { CorrectionBody, DeliveryBody } from '../../delivery.ts';
import type { ItemTraitsBody } from '../../item-traits.ts';
import type { CancellationBody, DayRequirementBody, RequirementBody } from '../../requirement.ts';
import type { RunBody } from '../../run.ts';
import type { Day, RowId } from '../../scalars.ts';
import type { BatchBody, VehicleBody } from '../../supply.ts';

export type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** What holds on every day. */
export type StandingRows = {
  /** Of checkpoints and windows that are open. */
  readonly requirements: readonly RequirementBody[];
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
  /** By the item's id. */
  readonly traitsById: ReadonlyMap<RowId, ItemTraitsBody>;
  readonly batches: readonly BatchBody[];
  readonly vehicles: readonly VehicleBody[];
  /** When the server last heard a phone of each member, epoch ms. */
  readonly heardByMember: ReadonlyMap<RowId, number>;
};

/** What is of one day: its runs, what was delivered on them and beside them, and what is needed otherwise than usual. */
export type CoverageDayRows = {
  readonly on: Day;
  readonly runs: readonly Identified<RunBody>[];
  readonly deliveries: readonly Identified<DeliveryBody>[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
  readonly dayRequirements: readonly DayRequirementBody[];
  readonly cancellations: readonly CancellationBody[];
};

/** Now, by the branch's clock; `startOfToday` is the epoch ms of its midnight. */
export type CoverageNow = { readonly today: Day; readonly minuteOfDay: number; readonly startOfToday: number };
