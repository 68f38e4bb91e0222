import type { Day } from '#domain/scalars.ts';
import { formatDay } from '#i18n/format.ts';
import { useSettings } from '../../common/settings.tsx';

/** "Sunday 8 November". */
export function useDayText(day: Day): string {
  const { language } = useSettings();
  return formatDay(day, language, 'long');
}
