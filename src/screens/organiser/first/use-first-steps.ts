import { type FirstStep, firstStepsOf } from '#domain/views/first-steps.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import { branchStock } from '#store/queries/branch-stock.ts';
import { freshness } from '#store/queries/freshness.ts';
import { useQuery } from '../../common/use-query.ts';

type StepWord = keyof OrganiserWords['welcome'] & `step${string}`;

type StepPlace = {
  readonly href: string;
  readonly word: StepWord;
  /** Where it begins, with the form open that it needs. */
  readonly begin?: string;
};

/** Where each step is taken, and what it is called. */
export const STEP_PLACES: Readonly<Record<FirstStep, StepPlace>> = {
  items: { href: '/items', word: 'stepItems' },
  windows: { href: '/items#windows', word: 'stepWindows' },
  kitchens: { href: '/places#kitchens', begin: '/places?new=kitchen#kitchens', word: 'stepKitchens' },
  checkpoints: { href: '/places', begin: '/places?new=checkpoint', word: 'stepCheckpoints' },
  drivers: { href: '/people/invite', word: 'stepDrivers' },
  runs: { href: '/runs/new', word: 'stepRun' },
};

export type FirstStepsState = NonNullable<ReturnType<typeof firstStepsOf>>;

/** The steps to a first run; null once there has been one, undefined while nobody can say. */
export function useFirstSteps(): FirstStepsState | null | undefined {
  const stock = useQuery(branchStock);
  const fresh = useQuery(freshness);
  if (stock.type === 'unknown' || fresh.type === 'unknown') return undefined;
  return fresh.value.rows === 'whole' ? firstStepsOf(stock.value) : null;
}
