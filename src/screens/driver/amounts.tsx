import type { ReactElement } from 'react';
import type { Line } from '#domain/scalars.ts';
import { formatCount } from '#i18n/format.ts';
import { Numeral } from '#ui/numeral.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../common/settings.tsx';
import type { ItemsById } from './amounts-text.ts';

export type AmountsProps = { readonly lines: readonly Line[]; readonly items: ItemsById };

/** How much of what, the number being the largest thing. With several items they share the room. */
export function Amounts({ lines, items }: AmountsProps): ReactElement {
  const { language } = useSettings();
  return (
    <Stack gap="small">
      {lines.map((line) => (
        <Numeral
          key={line.item}
          value={formatCount(line.count, language)}
          unit={items.get(line.item)?.name ?? ''}
          detail={items.get(line.item)?.unit}
          size={lines.length === 1 ? 'card' : 'row'}
        />
      ))}
    </Stack>
  );
}
