import type { Allergen, ItemTraitsBody } from '#domain/item-traits.ts';

const allergens: Readonly<Record<Allergen, string>> = {
  gluten: 'Gluten',
  milk: 'Milk',
  eggs: 'Eggs',
  nuts: 'Nuts',
  peanuts: 'Peanuts',
  fish: 'Fish',
  soya: 'Soya',
  sesame: 'Sesame',
};

const halal: Readonly<Record<ItemTraitsBody['halal'], string>> = {
  notKnown: 'Not known',
  yes: 'Halal',
  no: 'Not halal',
};

export const en = {
  title: 'What there is',
  saved: (what: string) => `Saved: ${what}`,
  notSaid: 'Nothing was said yet',

  free: {
    title: 'Who is free',
    lead: 'Said by themselves or for them. Nothing else is known of anybody.',
    start: 'Starts from',
    noStart: 'Not said',
    startHint: 'A kitchen or a checkpoint, never a home.',
    windows: (window: string) => `Free at: ${window}`,
    everyDay: 'Every day',
    noDay: 'On no day',
    forget: 'Forget what was said',
    mine: 'When I am free',
    mineLead: 'Only if you like: organisers see it when they look for somebody. It says no more than this.',
    singleDays: 'On single days',
    day: 'Which day',
    freeThen: 'Free on this day',
    notFreeThen: 'Not free on this day',
    notFree: 'not free',
    free: 'free',
    asEveryWeek: 'As every week',
  },

  vehicles: {
    title: 'Vehicles',
    add: 'New vehicle',
    none: 'No vehicle is entered yet.',
    name: 'What to call it',
    registration: 'Number plate',
    capacity: 'How much goes in',
    unit: 'Counted in',
    keepsHot: 'Keeps food hot',
    cools: 'Food cools in it',
    heat: 'Food on the way',
    driver: 'Who drives it',
    nobody: 'Whoever comes',
    missing: 'Say what to call it, how much goes in, and in what it is counted. Nothing was saved.',
    close: 'It is not used any more',
  },

  batches: {
    title: 'What kitchens make',
    none: 'Enter kitchens and meal windows first.',
    how: 'How much',
    ready: 'Ready at',
    readyAt: (time: string) => `ready at ${time}`,
    wrong: 'Write when it is ready. Nothing was saved.',
    remove: 'Nothing is made',
  },

  traits: {
    title: 'What is in the food',
    none: 'Enter items first.',
    halal: 'Halal',
    halalWords: halal,
    allergens: 'Contains',
    allergenWords: allergens,
    keeps: 'From ready to handed over',
    limited: 'At most',
    unlimited: 'Keeps',
    hot: 'Hours, kept hot',
    cooling: 'Hours, where it cools',
    hours: (hours: string) => `at most ${hours} h`,
    wrong: 'Write hours from 0.25 to 24. Nothing was saved.',
  },
};

export type SupplyWords = typeof en;
