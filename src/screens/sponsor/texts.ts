import { formatDay, formatQuantity, formatWindow } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { SponsorWords } from '#i18n/sponsor/en.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';

type Item = SponsorPage['items'][number];
type Window = SponsorPage['runs'][number]['window'];

export function itemOf(page: SponsorPage, index: number): Item {
  return page.items[index] ?? { name: '', unit: '' };
}

/** "40 pcs". */
export function amountText(page: SponsorPage, item: number, count: number, language: Language): string {
  return formatQuantity(count, itemOf(page, item).unit, language);
}

/** "Thu 26 Nov · Lunch 12:00–14:30 · Zerendi": when and where, as near as a sponsor is told. */
export function whenAndWhere(
  { on, window, district }: { readonly on: string; readonly window: Window; readonly district: string },
  language: Language,
): string {
  return [formatDay(on, language), windowText(window), district].filter((part) => part !== '').join(' · ');
}

export function windowText(window: Window): string {
  return window === null ? '' : `${window.name} ${formatWindow(window.startMinute, window.endMinute)}`;
}

/** "Bread: 620 pcs, tea: 40 l": what was delivered of each item, for a letter or a chat. */
export function sumsText(page: SponsorPage, sums: SponsorPage['week'], language: Language): string {
  return sums.items
    .filter(({ delivered }) => delivered > 0)
    .map(({ item, delivered }) => `${itemOf(page, item).name}: ${amountText(page, item, delivered, language)}`)
    .join(', ');
}

/** On which days a pledge stands. */
export function pledgeDays(
  { from, until }: Pick<SponsorPage['pledges'][number], 'from' | 'until'>,
  words: SponsorWords,
  language: Language,
): string {
  if (until === null) return words.everyDay(formatDay(from, language));
  return from === until ? formatDay(from, language) : words.days(formatDay(from, language), formatDay(until, language));
}
