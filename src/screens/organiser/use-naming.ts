import { useMemo } from 'react';
import { nameIn } from '#domain/other-names.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import type { ItemAmount } from '#domain/views/item-amounts.ts';
import { formatCount, formatQuantity } from '#i18n/format.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import type { Language } from '#i18n/language.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import { type Names, names } from '#store/queries/names.ts';
import { useSettings } from '../common/settings.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';

/** How places, items and amounts are called on the screens of an organiser. */
export type Naming = {
  /** "12 · Vokzal": the number by which it is said over the telephone comes first. */
  readonly place: (id: RowId) => string;
  readonly item: (id: RowId) => string;
  readonly unit: (id: RowId) => string;
  /** "20 portions". */
  readonly quantity: (line: Line) => string;
  /** "Hot meal 20 portions, Tea 5 litres". */
  readonly amounts: (lines: readonly Line[]) => string;
  /** "Hot meal 12 of 20 portions". */
  readonly progress: (amount: ItemAmount) => string;
};

/** Undefined until the names are read. */
export function useNaming(): Naming | undefined {
  const { day, run } = useWords('organiser');
  const common = useWords('common');
  const { language } = useSettings();
  const known = useQuery(names);
  return useMemo(
    () => (known.type === 'unknown' ? undefined : namingOf(known.value, { day, run, of: common.of, language })),
    [known, day, run, common, language],
  );
}

type Said = Pick<OrganiserWords, 'day' | 'run'> & Pick<CommonWords, 'of'> & { readonly language: Language };

function namingOf({ placesById, itemsById }: Names, { day, run, of, language }: Said): Naming {
  const item = (id: RowId): string => itemsById.get(id)?.name ?? day.unknownItem;
  const unit = (id: RowId): string => itemsById.get(id)?.unit ?? '';
  const quantity = (line: Line): string => formatQuantity(line.count, unit(line.item), language).trim();
  return {
    place: (id) => {
      const place = placesById.get(id);
      return place === undefined ? day.unknownPlace : `${place.code}\u00a0· ${nameIn(place, language)}`;
    },
    item,
    unit,
    quantity,
    amounts: (lines) =>
      lines.length === 0 ? run.nothing : lines.map((line) => `${item(line.item)} ${quantity(line)}`).join(', '),
    progress: ({ item: id, planned, delivered }) => {
      if (planned === 0) return `${item(id)} ${quantity({ item: id, count: delivered })}`;
      const amounts = of(formatCount(delivered, language), formatQuantity(planned, unit(id), language));
      return `${item(id)} ${amounts.trim()}`;
    },
  };
}
