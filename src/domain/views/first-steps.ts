/** What a branch has of what a first run needs. */
export type BranchStock = {
  readonly items: number;
  readonly windows: number;
  readonly kitchens: number;
  readonly checkpoints: number;
  /** Drivers who enrolled, and invitations to drivers that are open. */
  readonly drivers: number;
  readonly runs: number;
};

export const firstSteps = ['items', 'windows', 'kitchens', 'checkpoints', 'drivers', 'runs'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** The steps to a first run, and the one to take next; null once there has been a run, and nobody needs the list. */
export function firstStepsOf(
  stock: BranchStock,
): { readonly done: ReadonlySet<FirstStep>; readonly next: FirstStep } | null {
  const next = firstSteps.find((step) => stock[step] === 0);
  if (stock.runs > 0 || next === undefined) return null;
  return { done: new Set(firstSteps.filter((step) => stock[step] > 0)), next };
}
