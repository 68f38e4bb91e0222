export const branches = {
  title: 'Branches',
  lead: 'What each branch has planned and delivered, and where something is missing. Who drives stays in the branch.',
  day: 'Which day',
  yesterday: 'Yesterday',
  today: 'Today',
  tomorrow: 'Tomorrow',
  none: 'No branch has come to this phone yet. They come with the next connection.',
  nameless: 'A branch without a name',
  asOf: (time: string) => `As of ${time}`,
  never: 'Not heard yet',
  coming: 'Its rows are still on their way.',
  heads: (needed: string, coming: string, fed: string) =>
    `Portions: ${needed} needed · ${coming} covered · ${fed} delivered`,
  delivered: 'Delivered of what is planned',
  nothingPlanned: 'Nothing is planned for that day.',
  noGaps: 'No gaps.',
  gaps: (count: string) => `Gaps: ${count}`,
  missing: (amounts: string) => `Missing: ${amounts}`,
  more: (count: string) => `and ${count} more`,
};

export type BranchesWords = typeof branches;
