import type { Mutation } from '#domain/mutators.ts';
import { suggestedWindows } from '#domain/views/suggested-windows.ts';
import type { PlacesWords } from '#i18n/places/en.ts';

/** What most branches bring, as mutations that take it up. */
export function usualItems({ items }: PlacesWords): readonly Extract<Mutation, { name: 'itemCreate' }>[] {
  return items.suggestions.map((fields) => ({ name: 'itemCreate', args: { fields: { ...fields } } }));
}

/** When most branches bring it. */
export function usualWindows({ windows }: PlacesWords): readonly Extract<Mutation, { name: 'mealWindowCreate' }>[] {
  return suggestedWindows.map(({ meal, startMinute, endMinute }) => ({
    name: 'mealWindowCreate',
    args: { fields: { name: windows.suggestions[meal], startMinute, endMinute } },
  }));
}
