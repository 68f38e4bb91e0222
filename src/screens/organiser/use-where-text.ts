import { formatCount } from '#i18n/format.ts';
import { names } from '#store/queries/names.ts';
import type { KnownReturnable } from '#store/queries/returnables.ts';
import { useSettings } from '../common/settings.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';

/** "2 on the way · Bridge post: 3 · 1 not accounted for". */
export function useWhereText(): (row: Pick<KnownReturnable, 'where'>) => string {
  const words = useWords('places').returnables;
  const { language } = useSettings();
  const called = usePlaceName();
  const known = useQuery(names);
  return ({ where }) => {
    if (known.type === 'unknown') return '';
    if (where === null) return words.home;
    const missing = where.missing.reduce((sum, { count }) => sum + count, 0);
    return [
      where.underWay === 0 ? '' : words.underWay(formatCount(where.underWay, language)),
      ...where.places.map(({ checkpoint, count }) =>
        words.at(called(known.value.placesById.get(checkpoint)) ?? words.unknownPlace, formatCount(count, language)),
      ),
      missing === 0 ? '' : words.missing(formatCount(missing, language)),
    ]
      .filter((text) => text !== '')
      .join(' · ');
  };
}
