import type { AvailabilityFields } from '../availability.ts';
import type { ItemTraitsFields } from '../item-traits.ts';
import type { Mutation } from '../mutators.ts';
import type { PerHead } from '../requirement.ts';
import type { RunBody } from '../run.ts';
import type { BatchFields, VehicleBody } from '../supply.ts';

/** What is planned of a run. */
export type RunVersion = Pick<RunBody, 'label' | 'window' | 'kitchen' | 'driver' | 'stops'>;

/** One of two versions of a plan; `nothing` where there is none. */
export type PlanVersion =
  | { readonly type: 'nothing' }
  | {
      readonly type: 'need';
      readonly headcounts: readonly number[];
      readonly perHead: Readonly<PerHead>;
    }
  | { readonly type: 'calledOff'; readonly reason: string }
  | ({ readonly type: 'batch' } & BatchFields)
  | ({ readonly type: 'traits' } & ItemTraitsFields)
  | ({ readonly type: 'free' } & AvailabilityFields)
  | ({ readonly type: 'vehicle' } & VehicleBody)
  | ({ readonly type: 'run' } & RunVersion)
  /** Where stops stand that were to move, without the other stops of these runs. */
  | { readonly type: 'runs'; readonly runs: readonly RunVersion[] };

/** What somebody wanted, what stands instead, and the mutations that would have it their way after all. */
export type Disagreement = {
  readonly mine: PlanVersion;
  readonly theirs: PlanVersion;
  readonly takeMine: readonly Mutation[];
};
