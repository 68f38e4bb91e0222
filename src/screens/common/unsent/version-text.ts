import type { AvailabilityFields } from '#domain/availability.ts';
import type { ItemTraitsFields } from '#domain/item-traits.ts';
import { nameIn } from '#domain/other-names.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import type { VehicleBody } from '#domain/supply.ts';
import type { PlanVersion, RunVersion } from '#domain/views/plan-version.ts';
import type { CoverageWords } from '#i18n/coverage/en.ts';
import { formatDay, formatMinuteOfDay, formatNumber, formatQuantity, formatWeekday } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { SupplyWords } from '#i18n/supply/en.ts';
import type { VersionNames } from '#store/queries/disagreement.ts';
import type { Names } from '#store/queries/names.ts';

/** The words and names in which a version is told. */
export type Telling = Names &
  VersionNames & {
    readonly words: CoverageWords;
    readonly supply: SupplyWords;
    readonly language: Language;
  };

/** A version in a line: "20 people: Tea 0.5 l", "Anna: 12 · Bridge 20 portions; 7 · Bus station 10 portions". */
export function versionText(version: PlanVersion, telling: Telling): string {
  const { words, supply, language } = telling;
  switch (version.type) {
    case 'nothing':
      return words.disagreement.nothing;
    case 'calledOff':
      return version.reason === '' ? words.cell.noReason : words.cell.reason(version.reason);
    case 'need': {
      const heads = headsText(version.headcounts, words.cell.heads, language);
      return joined([heads, amountsText(version.perHead, telling)], ': ');
    }
    case 'batch':
      return `${amountsText(version.lines, telling)}, ${supply.batches.readyAt(formatMinuteOfDay(version.readyMinute))}`;
    case 'traits':
      return traitsText(version, supply, language);
    case 'free':
      return freeText(version, telling);
    case 'vehicle':
      return vehicleText(version, telling);
    case 'run':
      return runText(version, telling);
    case 'runs':
      return version.runs.map((run) => runText(run, telling)).join('; ');
  }
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((text) => text !== '').join(between);
}

function amountsText(lines: readonly Line[], { itemsById, language }: Telling): string {
  return lines
    .map(({ item, count }) => {
      const found = itemsById.get(item);
      return `${found?.name ?? ''} ${formatQuantity(count, found?.unit ?? '', language)}`.trim();
    })
    .join(', ');
}

function placeText(id: RowId, { placesById, language }: Telling): string {
  const found = placesById.get(id);
  return found === undefined ? '' : `${found.code} · ${nameIn(found, language)}`;
}

/** "North · Anna: 12 · Bridge 20 portions". */
function runText({ label, driver, stops }: RunVersion, telling: Telling): string {
  const { words, memberNames } = telling;
  const name = driver === null ? words.cell.noDriverYet : (memberNames.get(driver) ?? '');
  const visits = stops.map(
    ({ checkpoint, lines }) => `${placeText(checkpoint, telling)} ${amountsText(lines, telling)}`,
  );
  return `${joined([label, name], ' · ')}: ${visits.join('; ')}`;
}

/** "Gazelle · 123 ABC 03 · 60 portions · Keeps food hot · Anna". */
function vehicleText(vehicle: VehicleBody, { supply: { vehicles: words }, memberNames, language }: Telling): string {
  const { name, registration, capacity, keepsHot, driver, status } = vehicle;
  const parts = [
    name,
    registration,
    formatQuantity(capacity.count, capacity.unit, language),
    keepsHot ? words.keepsHot : words.cools,
    driver === null ? words.nobody : (memberNames.get(driver) ?? ''),
    status === 'closed' ? words.close : '',
  ];
  return joined(parts, ' · ');
}

function freeText({ kitchen, checkpoint, weekly, days }: AvailabilityFields, telling: Telling): string {
  const { words, supply, language, windowNames, kitchenNames } = telling;
  const windowName = (id: RowId): string => windowNames.get(id) ?? '';
  const start = checkpoint === null ? '' : placeText(checkpoint, telling);
  const parts = [
    kitchen === null ? start : (kitchenNames.get(kitchen) ?? ''),
    ...weekly.map(({ window, weekdays }) => {
      const names = weekdays.map((weekday) => formatWeekday(weekday, language));
      return `${windowName(window)}: ${names.join(', ')}`;
    }),
    ...days.map(({ on, windows }) => {
      const free = windows.length === 0 ? supply.free.notFree : windows.map(windowName).join(', ');
      return `${formatDay(on, language)}: ${free}`;
    }),
  ];
  return joined(parts, '; ') || words.disagreement.nothing;
}

/** "Halal; Contains: Milk; at most 4 h". */
function traitsText(
  { halal, allergens, hotHoldMinutes, coolingMinutes }: ItemTraitsFields,
  { traits }: SupplyWords,
  language: Language,
): string {
  const hours = (minutes: number | null): string =>
    minutes === null ? traits.unlimited : traits.hours(formatNumber(minutes / 60, language));
  const contains = allergens.map((one) => traits.allergenWords[one]).join(', ');
  return [
    traits.halalWords[halal],
    contains === '' ? '' : `${traits.allergens}: ${contains}`,
    hours(hotHoldMinutes),
    coolingMinutes === null ? '' : `${traits.cooling}: ${formatNumber(coolingMinutes / 60, language)}`,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** "20 people", or the numbers of each weekday where they differ. */
function headsText(headcounts: readonly number[], same: (count: number) => string, language: Language): string {
  const [first = 0, ...others] = headcounts;
  if (others.every((count) => count === first)) return same(first);
  return headcounts.map((count) => formatNumber(count, language)).join(', ');
}
