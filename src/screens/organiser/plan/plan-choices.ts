import type { MealWindowBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { KnownCheckpoint } from '#store/queries/checkpoints.ts';
import type { KnownItem } from '#store/queries/items.ts';
import type { KnownKitchen } from '#store/queries/kitchens.ts';
import type { People } from '#store/queries/people.ts';
import type { Naming } from '../use-naming.ts';
import type { PlanDraft, PlanProblem } from './plan-draft.ts';

/** All that a run can be made of; only what is open. */
export type PlanChoices = {
  readonly naming: Naming;
  readonly people: People;
  readonly items: readonly KnownItem[];
  readonly checkpoints: readonly KnownCheckpoint[];
  readonly kitchens: readonly KnownKitchen[];
  readonly windows: readonly { readonly id: RowId; readonly body: MealWindowBody }[];
};

/** What every part of the form works with. */
export type PlanFormProps = {
  readonly draft: PlanDraft;
  readonly onChange: (draft: PlanDraft) => void;
  readonly choices: PlanChoices;
  readonly problem: PlanProblem | undefined;
  /** `fixed`: the run is there already, and stays on its day. */
  readonly day?: 'open' | 'fixed' | undefined;
};
