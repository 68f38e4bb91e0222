import type { Line } from '#domain/scalars.ts';
import type { DriverWords } from '#i18n/driver/en.ts';
import { formatQuantity } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';

export type ItemsById = RunInFull['itemsById'];

/** "20 portions": one line without its item, where the item is named beside it. */
export function quantityText(line: Line, items: ItemsById, language: Language): string {
  return formatQuantity(line.count, items.get(line.item)?.unit ?? '', language).trim();
}

/** "Hot meal 20 portions, Tea 5 litres"; an item that is not on this phone yet has no name here. */
export function amountsText(lines: readonly Line[], items: ItemsById, language: Language): string {
  return lines.map((line) => lineText(line, items, language)).join(', ');
}

/** What a button says of its amounts: the quantity alone where there is one item, else with the items' names. */
export function shortAmountsText(lines: readonly Line[], items: ItemsById, language: Language): string {
  const [first, ...others] = lines;
  return first !== undefined && others.length === 0
    ? quantityText(first, items, language)
    : amountsText(lines, items, language);
}

/** "Delivered 20 portions", and "Delivered as planned" where several items would make a list of it. */
export function deliveredText(
  planned: readonly Line[],
  items: ItemsById,
  { run }: DriverWords,
  language: Language,
): string {
  return planned.length === 1 ? run.delivered(shortAmountsText(planned, items, language)) : run.deliveredAll;
}

function lineText(line: Line, items: ItemsById, language: Language): string {
  return `${items.get(line.item)?.name ?? ''} ${quantityText(line, items, language)}`.trim();
}
