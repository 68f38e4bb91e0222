import { useCallback } from 'react';
import { type Named, nameIn } from '#domain/other-names.ts';
import { useSettings } from './settings.tsx';

/** What a place is called by whoever reads this screen; undefined for a place that this phone does not know. */
export type Called = {
  (place: Named): string;
  (place: Named | null | undefined): string | undefined;
};

/** Every screen that shows a place asks here for its name. */
export function usePlaceName(): Called {
  const { language } = useSettings();
  return useCallback(
    (place: Named | null | undefined) => (place === null || place === undefined ? undefined : nameIn(place, language)),
    [language],
  ) as Called;
}
