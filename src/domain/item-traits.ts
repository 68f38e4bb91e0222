import * as v from 'valibot';

/** What people most often must not eat; the list stays short, so that somebody in the cold can tick it. */
export const allergens = ['gluten', 'milk', 'eggs', 'nuts', 'peanuts', 'fish', 'soya', 'sesame'] as const;
export const allergen = v.picklist(allergens);
export type Allergen = v.InferOutput<typeof allergen>;

/**
 * From ready to handed over: four hours, and two where the food cools below 60 °C on the way. The "2-hour/4-hour rule" of
 * Food Standards Australia New Zealand (Standard 3.2.2, clause 25 and its guide): food between 5 and 60 °C may be eaten
 * within four hours in all, and is kept no longer than two.
 */
export const USUAL_HOT_HOLD_MINUTES = 240;
export const USUAL_COOLING_MINUTES = 120;

const limit = v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(1_440));

/** What must be known of a food besides its name. */
export const itemTraitsFields = v.object({
  halal: v.picklist(['notKnown', 'yes', 'no']),
  allergens: v.pipe(v.array(allergen), v.maxLength(allergens.length)),
  /** How long it may take from the kitchen's ready to the hand; null for what keeps, like bread and water. */
  hotHoldMinutes: v.nullable(limit),
  /** The same where nothing keeps it hot on the way. */
  coolingMinutes: v.nullable(limit),
});
export type ItemTraitsFields = v.InferOutput<typeof itemTraitsFields>;

/** Row id: the item's. An item without traits has the usual limits, and nobody knows what is in it. */
export const itemTraitsBody = itemTraitsFields;
export type ItemTraitsBody = v.InferOutput<typeof itemTraitsBody>;

export const usualTraits: ItemTraitsBody = {
  halal: 'notKnown',
  allergens: [],
  hotHoldMinutes: USUAL_HOT_HOLD_MINUTES,
  coolingMinutes: USUAL_COOLING_MINUTES,
};
