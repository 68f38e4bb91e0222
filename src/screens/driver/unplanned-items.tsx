import { useState, type ReactElement } from 'react';
import type { Line } from '#domain/scalars.ts';
import { amountStep } from '#domain/views/stop-amounts.ts';
import { usualCount } from '#domain/views/usual-count.ts';
import { openItems } from '#store/queries/open-items.ts';
import { EVER, ownRuns } from '#store/queries/own-runs.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tiles } from '#ui/tiles.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import type { ItemsById } from './amounts-text.ts';
import { AmountStepper } from './amount-stepper.tsx';

export type UnplannedItemsProps = {
  readonly lines: readonly Line[];
  readonly items: ItemsById;
  readonly onChange: (lines: readonly Line[]) => void;
};

/** What, and how much: the amount begins with what is usual here, so that mostly nothing is to be typed. */
export function UnplannedItems({ lines, items, onChange }: UnplannedItemsProps): ReactElement {
  const { unplanned } = useWords('driver');
  const [isAdding, setAdding] = useState(true);
  const add = (line: Line): void => {
    onChange([...lines, line]);
    setAdding(false);
  };
  return (
    <Stack gap="large">
      {lines.length === 0 ? null : <h2>{unplanned.howMuch}</h2>}
      {lines.map((line) => (
        <AmountStepper
          key={line.item}
          line={line}
          items={items}
          step={amountStep(line.count)}
          onChange={(count) => onChange(lines.map((old) => (old.item === line.item ? { ...old, count } : old)))}
        />
      ))}
      {isAdding ? (
        <ItemTiles taken={lines} onChoose={add} />
      ) : (
        <Button look="quiet" icon="plus" onPress={() => setAdding(true)}>
          {unplanned.addItem}
        </Button>
      )}
    </Stack>
  );
}

type ItemTilesProps = { readonly taken: readonly Line[]; readonly onChoose: (line: Line) => void };

function ItemTiles({ taken, onChoose }: ItemTilesProps): ReactElement | null {
  const { unplanned } = useWords('driver');
  const answer = useQuery(openItems);
  const runs = useQuery(ownRuns, EVER);
  if (answer.type === 'unknown' || runs.type === 'unknown') return null;
  if (answer.value.length === 0) return <Banner tone="info" title={unplanned.noItems} />;
  const free = answer.value.filter(({ id }) => taken.every((line) => line.item !== id));
  return (
    <Tiles
      label={unplanned.what}
      options={free.map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={(item) => onChoose({ item, count: usualCount(item, runs.value) })}
    />
  );
}
