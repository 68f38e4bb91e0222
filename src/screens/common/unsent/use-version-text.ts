import type { AvailabilityFields } from '#domain/availability.ts';
import type { ItemTraitsFields } from '#domain/item-traits.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import type { VehicleBody } from '#domain/supply.ts';
import type { PlanVersion, RunVersion } from '#domain/views/plan-version.ts';
import { formatDay, formatMinuteOfDay, formatNumber, formatQuantity, formatWeekday } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { SupplyWords } from '#i18n/supply/en.ts';
import type { VersionNames } from '#store/queries/disagreement.ts';
import { names } from '#store/queries/names.ts';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** A version in a line: "20 people: Tea 0.5 l", "Anna: 12 · Bridge 20 portions, 7 · Bus station 10 portions". */
export function useVersionText(called: VersionNames | undefined): ((version: PlanVersion) => string) | undefined {
  const words = useWords('coverage');
  const supply = useWords('supply');
  const { language } = useSettings();
  const known = useQuery(names);
  if (known.type === 'unknown') return undefined;
  const { placesById, itemsById } = known.value;
  const amounts = (lines: readonly Line[]): string =>
    lines
      .map(({ item, count }) => {
        const found = itemsById.get(item);
        return `${found?.name ?? ''} ${formatQuantity(count, found?.unit ?? '', language)}`.trim();
      })
      .join(', ');
  const place = (id: RowId): string => {
    const found = placesById.get(id);
    return found === undefined ? '' : `${found.code} · ${found.name}`;
  };
  const windowName = (id: RowId): string => called?.windowNames.get(id) ?? '';
  const freeText = ({ kitchen, checkpoint, weekly, days }: AvailabilityFields): string => {
    const parts = [
      kitchen === null ? (checkpoint === null ? '' : place(checkpoint)) : (called?.kitchenNames.get(kitchen) ?? ''),
      ...weekly.map(
        ({ window, weekdays }) =>
          `${windowName(window)}: ${weekdays.map((weekday) => formatWeekday(weekday, language)).join(', ')}`,
      ),
      ...days.map(
        ({ on, windows }) =>
          `${formatDay(on, language)}: ${windows.length === 0 ? supply.free.notFree : windows.map(windowName).join(', ')}`,
      ),
    ].filter((text) => text !== '');
    return parts.length === 0 ? words.disagreement.nothing : parts.join('; ');
  };
  const nameOf = (member: RowId): string => called?.memberNames.get(member) ?? '';
  const runText = ({ label, driver, stops }: RunVersion): string => {
    const name = driver === null ? words.cell.noDriverYet : nameOf(driver);
    const visits = stops.map(({ checkpoint, lines }) => `${place(checkpoint)} ${amounts(lines)}`);
    return `${[label, name].filter((text) => text !== '').join(' · ')}: ${visits.join('; ')}`;
  };
  const vehicleText = ({ name, registration, capacity, keepsHot, driver, status }: VehicleBody): string =>
    [
      name,
      registration,
      formatQuantity(capacity.count, capacity.unit, language),
      keepsHot ? supply.vehicles.keepsHot : supply.vehicles.cools,
      driver === null ? supply.vehicles.nobody : nameOf(driver),
      status === 'closed' ? supply.vehicles.close : '',
    ]
      .filter((text) => text !== '')
      .join(' · ');
  return (version) => {
    switch (version.type) {
      case 'nothing':
        return words.disagreement.nothing;
      case 'calledOff':
        return version.reason === '' ? words.cell.noReason : words.cell.reason(version.reason);
      case 'need':
        return [headsText(version.headcounts, words.cell.heads, language), amounts(version.perHead)]
          .filter((text) => text !== '')
          .join(': ');
      case 'batch': {
        const { batches } = supply;
        return `${amounts(version.lines)}, ${batches.readyAt(formatMinuteOfDay(version.readyMinute))}`;
      }
      case 'traits':
        return traitsText(version, supply, language);
      case 'free':
        return freeText(version);
      case 'vehicle':
        return vehicleText(version);
      case 'run':
        return runText(version);
      case 'runs':
        return version.runs.map(runText).join('; ');
    }
  };
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
