import type { Priority } from '#domain/requirement.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import type { DemoPhone } from './demo-phone.ts';
import { type Amounts, linesOf, placeOf, type Things } from './demo-things.ts';
import { CANCELLED_BECAUSE, VEHICLES, type WINDOWS } from './demo-words.ts';

type Window = keyof typeof WINDOWS;
type Desk = {
  readonly organiser: DemoPhone;
  readonly things: Things;
  readonly now: number;
  readonly tomorrow: Day;
};

/** What each head gets in a window. */
const PER_HEAD: Readonly<Record<Window, Amounts>> = {
  breakfast: { tea: 0.5, bakery: 1.5 },
  lunch: { hotMeal: 1 },
  dinner: { hotMeal: 1, tea: 0.25 },
  nightTea: { tea: 0.5 },
};

/** How many eat where, by the place in the list of places; at weekends a third fewer. */
const NEEDS: readonly (readonly [
  place: number,
  window: Window,
  headcount: number,
  priority?: Priority,
  perHead?: Amounts,
])[] = [
  [0, 'breakfast', 20],
  [1, 'breakfast', 30],
  [2, 'breakfast', 40],
  [4, 'breakfast', 18, 'first'],
  [7, 'breakfast', 30],
  [0, 'lunch', 20],
  [2, 'lunch', 80],
  [3, 'lunch', 40],
  [4, 'lunch', 20, 'first'],
  [5, 'lunch', 35],
  [6, 'lunch', 60],
  [0, 'dinner', 25, 'usual', { sandwiches: 1, tea: 0.25 }],
  [2, 'dinner', 80],
  [3, 'dinner', 40],
  [4, 'nightTea', 24, 'first'],
  [7, 'nightTea', 30, 'first'],
  [8, 'nightTea', 40],
  [1, 'nightTea', 15, 'last'],
];

/** Lunch and dinner are cooked; the tea is ready before each window. */
const BATCHES: readonly (readonly [window: Window, amounts: Amounts, readyMinute: number])[] = [
  ['breakfast', { tea: 60, bakery: 200 }, 390],
  ['lunch', { hotMeal: 260 }, 690],
  ['dinner', { hotMeal: 160, tea: 40 }, 1_020],
  ['nightTea', { tea: 60 }, 1_320],
];

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** What is needed, what there is for it, and who is free when: the board is alive from the first look. */
export function writeNeeds(desk: Desk, [first, second, neighbour]: readonly RowId[]): void {
  const { organiser, things, now, tomorrow } = desk;
  for (const [place, window, headcount, priority = 'usual', perHead = PER_HEAD[window]] of NEEDS) {
    const [weekday, weekend] = [headcount, Math.round((headcount * 2) / 3)];
    const headcounts = [weekday, weekday, weekday, weekday, weekday, weekend, weekend];
    const standing = { headcounts, perHead: linesOf(things, perHead), priority, from: null, until: null };
    const cell = { checkpoint: placeOf(things, place), window: things.windows[window] };
    organiser.write({ name: 'requirementSet', args: { ...cell, was: null, now: standing } }, now);
  }
  const closed = { checkpoint: placeOf(things, 3), window: things.windows.lunch, on: tomorrow };
  organiser.write({ name: 'cancellationSet', args: { ...closed, was: null, now: { reason: CANCELLED_BECAUSE } } }, now);
  writeSupply(desk, [first, second]);
  const free: readonly (readonly [RowId | undefined, readonly Window[]])[] = [
    [first, ['breakfast', 'dinner']],
    [second, ['lunch', 'nightTea']],
    [neighbour, ['breakfast', 'lunch', 'nightTea']],
  ];
  for (const [member, windows] of free) {
    if (member === undefined) continue;
    const weekly = windows.map((window) => ({ window: things.windows[window], weekdays: EVERY_DAY }));
    const said = { kitchen: things.kitchen, checkpoint: null, weekly, days: [] };
    organiser.write({ name: 'availabilitySet', args: { member, was: null, now: said } }, now);
  }
}

function writeSupply({ organiser, things, now }: Desk, drivers: readonly (RowId | undefined)[]): void {
  for (const [window, amounts, readyMinute] of BATCHES) {
    const batch = { kitchen: things.kitchen, window: things.windows[window], on: null };
    const made = { lines: linesOf(things, amounts), readyMinute };
    organiser.write({ name: 'batchSet', args: { ...batch, was: null, now: made } }, now);
  }
  for (const [index, { count, ...vehicle }] of VEHICLES.entries()) {
    const capacity = { count: (count * 1_000) as Count, unit: vehicle.unit };
    const { name, registration, keepsHot } = vehicle;
    const fields = { name, registration, capacity, keepsHot, driver: drivers[index] ?? null };
    organiser.write({ name: 'vehicleCreate', args: { fields } }, now);
  }
  const traits = { halal: 'yes', hotHoldMinutes: null, coolingMinutes: null } as const;
  for (const item of [things.items.bakery, things.items.sandwiches]) {
    const cold = { ...traits, allergens: ['gluten' as const] };
    organiser.write({ name: 'itemTraitsSet', args: { item, was: null, now: cold } }, now);
  }
  const hot = { halal: 'yes' as const, allergens: [], hotHoldMinutes: 240, coolingMinutes: 120 };
  organiser.write({ name: 'itemTraitsSet', args: { item: things.items.hotMeal, was: null, now: hot } }, now);
}
