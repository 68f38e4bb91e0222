import type { AvailabilityBody } from '../../availability.ts';
import type { RunBody } from '../../run.ts';
import type { Position, RowId } from '../../scalars.ts';
import type { BatchBody, VehicleBody } from '../../supply.ts';
import type { Identified } from './coverage-rows.ts';

/** Why somebody is suggested; never how often they said yes or no. */
export type SuggestionReason =
  | { readonly type: 'goesThere' | 'free' | 'sameDistrict' }
  | { readonly type: 'near'; readonly metres: number }
  /** What is left in the car once this is in, in thousandths of its unit. */
  | { readonly type: 'room'; readonly count: number; readonly unit: string };

export type Place = { readonly position: Position | null; readonly district: string };
export type SuggestionRows = {
  /** All runs of the day. */
  readonly runs: readonly Identified<RunBody>[];
  /** Everybody who may drive. */
  readonly drivers: readonly RowId[];
  readonly availabilityByMember: ReadonlyMap<RowId, AvailabilityBody>;
  readonly vehicles: readonly VehicleBody[];
  /** Checkpoints and kitchens. */
  readonly placesById: ReadonlyMap<RowId, Place>;
  readonly kitchens: readonly RowId[];
  readonly batches: readonly BatchBody[];
  readonly unitsById: ReadonlyMap<RowId, string>;
};
