import { nameIn } from '#domain/other-names.ts';
import type { Day, Line, RowId } from '#domain/scalars.ts';
import { vehicleOf } from '#domain/views/loads-by-vehicle.ts';
import type { IdentifiedRun } from '#domain/views/runs-to-print.ts';
import { formatCount, formatDay, formatWindow } from '#i18n/format.ts';
import type { VehicleBody } from '#domain/supply.ts';
import type { Language } from '#i18n/language.ts';
import type { PrintWords } from '#i18n/print/en.ts';
import type { PrintDay } from '#store/queries/print-day.ts';

/** What every sheet is made of. */
export type PrintShown = {
  readonly day: Day;
  readonly rows: PrintDay;
  /** Those that are printed, in their order. */
  readonly runs: readonly IdentifiedRun[];
  readonly hotline: string;
  readonly words: PrintWords;
  readonly language: Language;
};

/** An amount as three pieces, because on paper the number is the largest. */
export type PrintedAmount = { readonly count: string; readonly unit: string; readonly item: string };

export function printedAmount({ item, count }: Line, { rows, language }: PrintShown): PrintedAmount {
  const known = rows.itemsById.get(item);
  return { count: formatCount(count, language), unit: known?.unit ?? '', item: known?.name ?? '' };
}

/** "Breakfast 07:00–09:00"; the words for no window where there is none. */
export function windowText(window: RowId | null, { rows, words }: PrintShown): string {
  const body = window === null ? undefined : rows.windowsById.get(window);
  return body === undefined ? words.noWindow : `${body.name} ${formatWindow(body.startMinute, body.endMinute)}`;
}

/** What a run is called: its label, else its window. */
export function runLabel({ body }: IdentifiedRun, { rows, words }: PrintShown): string {
  if (body.label !== '') return body.label;
  return (body.window === null ? undefined : rows.windowsById.get(body.window)?.name) ?? words.noLabel;
}

export function dayText({ day, language }: PrintShown): string {
  return formatDay(day, language, 'long');
}

/** "12 · Bus station". */
export function placeText(id: RowId, { rows, language }: PrintShown): string {
  const place = rows.placesById.get(id);
  return place === undefined ? '' : `${place.code}\u00a0· ${nameIn(place, language)}`;
}

/** "School kitchen, yard door, +7 701 …". */
export function kitchenText(id: RowId | null, { rows, words, language }: PrintShown): string {
  const kitchen = id === null ? undefined : rows.kitchensById.get(id);
  if (kitchen === undefined) return words.noKitchen;
  return [nameIn(kitchen, language), kitchen.landmark, kitchen.phone ?? ''].filter((text) => text !== '').join(', ');
}

/** "Gazelle, 123 ABC 03"; empty for a run whose car nobody has named. */
export function vehicleText(run: IdentifiedRun, { rows }: PrintShown): string {
  const vehicle = vehicleOf(run, rows.vehicles);
  return vehicle === null ? '' : vehicleName(vehicle.body);
}

export function vehicleName({ name, registration }: VehicleBody): string {
  return [name, registration].filter((text) => text !== '').join(', ');
}
