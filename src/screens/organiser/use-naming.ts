import type { Line, RowId } from '#domain/scalars.ts';
import type { ItemAmount } from '#domain/views/item-amounts.ts';
import { formatCount, formatQuantity } from '#i18n/format.ts';
import { names } from '#store/queries/names.ts';
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
  if (known.type === 'unknown') return undefined;
  const { placesById, itemsById } = known.value;
  const item = (id: RowId): string => itemsById.get(id)?.name ?? day.unknownItem;
  const unit = (id: RowId): string => itemsById.get(id)?.unit ?? '';
  const quantity = (line: Line): string => formatQuantity(line.count, unit(line.item), language).trim();
  return {
    place: (id) => {
      const place = placesById.get(id);
      return place === undefined ? day.unknownPlace : `${place.code}\u00a0· ${place.name}`;
    },
    item,
    unit,
    quantity,
    amounts: (lines) =>
      lines.length === 0 ? run.nothing : lines.map((line) => `${item(line.item)} ${quantity(line)}`).join(', '),
    progress: ({ item: id, planned, delivered }) => {
      if (planned === 0) return `${item(id)} ${quantity({ item: id, count: delivered })}`;
      const amounts = common.of(formatCount(delivered, language), formatQuantity(planned, unit(id), language));
      return `${item(id)} ${amounts.trim()}`;
    },
  };
}
