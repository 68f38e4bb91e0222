import type { ITEMS, WINDOWS } from './demo-words.ts';

/** A journey: whose (by the place in the list of drivers), when, and what to which place (by its place in the list). */
export type DemoRun = {
  readonly window: keyof typeof WINDOWS;
  readonly driver: number;
  readonly stops: readonly (readonly [place: number, amounts: Readonly<Partial<Record<keyof typeof ITEMS, number>>>])[];
};

const TOWN_BREAKFAST: DemoRun = {
  window: 'breakfast',
  driver: 0,
  stops: [
    [0, { tea: 10, bakery: 30 }],
    [1, { tea: 15, bakery: 60 }],
    [2, { tea: 20, bakery: 80 }],
  ],
};

/** One driver around the town, the other on the roads. */
export const YESTERDAY: readonly DemoRun[] = [
  TOWN_BREAKFAST,
  {
    window: 'dinner',
    driver: 1,
    stops: [
      [4, { tea: 10, sandwiches: 25 }],
      [5, { hotMeal: 35, tea: 12 }],
      [6, { hotMeal: 60 }],
    ],
  },
];

/** Each driver has something to do whenever the demonstration is opened. */
export const TODAY: readonly DemoRun[] = [
  TOWN_BREAKFAST,
  {
    window: 'lunch',
    driver: 1,
    stops: [
      [4, { hotMeal: 20, tea: 10 }],
      [5, { hotMeal: 35 }],
      [6, { hotMeal: 60 }],
    ],
  },
  {
    window: 'dinner',
    driver: 0,
    stops: [
      [2, { hotMeal: 80, tea: 20 }],
      [3, { hotMeal: 40 }],
      [0, { sandwiches: 25, tea: 10 }],
    ],
  },
  {
    window: 'nightTea',
    driver: 1,
    stops: [
      [4, { tea: 12, sandwiches: 20 }],
      [7, { tea: 15, bakery: 40 }],
      [8, { tea: 15 }],
    ],
  },
];

export const TOMORROW: readonly DemoRun[] = [
  {
    window: 'breakfast',
    driver: 1,
    stops: [
      [7, { tea: 15, bakery: 40 }],
      [8, { tea: 15, bakery: 50 }],
    ],
  },
  {
    window: 'lunch',
    driver: 0,
    stops: [
      [0, { hotMeal: 20 }],
      [2, { hotMeal: 80 }],
      [3, { hotMeal: 40 }],
    ],
  },
];
