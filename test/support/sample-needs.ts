import type { AvailabilityFields } from '#domain/availability.ts';
import type { ItemTraitsFields } from '#domain/item-traits.ts';
import type { Args } from '#domain/mutators.ts';
import type { DayRequirementFields, RequirementFields } from '#domain/requirement.ts';
import type { Count, RowId } from '#domain/scalars.ts';

/** Twenty mouths, half a unit of the item each. */
export function sampleNeeds(item: RowId): {
  readonly amounts: DayRequirementFields;
  readonly standing: RequirementFields;
  readonly traits: ItemTraitsFields;
  readonly free: AvailabilityFields;
} {
  const perHead = [{ item, count: 500 as Count }];
  return {
    amounts: { headcount: 20, perHead, priority: 'usual' },
    standing: { headcounts: [20, 20, 20, 20, 20, 20, 20], perHead, priority: 'usual', from: null, until: null },
    traits: { halal: 'yes', allergens: ['milk'], hotHoldMinutes: 240, coolingMinutes: 120 },
    free: { kitchen: null, checkpoint: null, weekly: [], days: [] },
  };
}

export function vehicle(driver: RowId | null): Args<'vehicleCreate'>['fields'] {
  const capacity = { count: 60_000 as Count, unit: 'portion' };
  return { name: 'Gazelle', registration: '123 ABC 03', capacity, keepsHot: true, driver };
}
