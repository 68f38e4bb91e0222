import type { Giving, KnownSponsor } from '#store/queries/sponsors.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import type { Naming } from '../use-naming.ts';

/** What the parts of a sponsor's screen show. */
export type OfSponsor = {
  readonly sponsor: KnownSponsor;
  readonly giving: Giving;
  readonly naming: Naming;
  readonly clock: BranchClock;
};
