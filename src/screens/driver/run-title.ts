import type { RunBody } from '#domain/run.ts';
import type { MealWindowBody } from '#domain/catalogue.ts';
import type { DriverWords } from '#i18n/driver/en.ts';
import { formatDayFrom, formatWindow } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';

export type TitledRun = Pick<RunBody, 'label' | 'on'> & { readonly window: MealWindowBody | null };

/** What a run is called: its own name, else that of its window. */
export function runTitle(run: TitledRun, words: DriverWords): string {
  if (run.label !== '') return run.label;
  return run.window?.name ?? words.runs.noLabel;
}

/** "today · 12:00–14:00"; with the window's name where the title does not say it. */
export function runWhen(run: TitledRun, today: string, language: Language): string {
  const day = formatDayFrom(today, run.on, language);
  if (run.window === null) return day;
  const { startMinute, endMinute } = run.window;
  return `${day} · ${run.label === '' ? formatWindow(startMinute, endMinute) : windowText(run.window)}`;
}

/** "Lunch 12:00–14:00". */
export function windowText(window: MealWindowBody): string {
  return `${window.name} ${formatWindow(window.startMinute, window.endMinute)}`;
}
