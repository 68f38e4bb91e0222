import { useState, type ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import { type KnownItem, items } from '#store/queries/items.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { type KnownReturnable, returnables } from '#store/queries/returnables.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Frame } from '../../common/frame.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { NextFirstStep } from '../first/next-first-step.tsx';
import { useWords } from '../../common/words.ts';
import { useHashScroll } from '../use-hash-scroll.ts';
import { ItemDialog } from './item-dialog.tsx';
import { ItemsSection } from './items-section.tsx';
import { ReturnableDialog } from './returnable-dialog.tsx';
import { ReturnablesSection } from './returnables-section.tsx';
import { type KnownWindow, WindowDialog } from './window-dialog.tsx';
import { COUNTED_DAYS } from '../counted-days.ts';
import { WindowsSection } from './windows-section.tsx';

type Open =
  | { readonly type: 'returnable'; readonly row: KnownReturnable | undefined }
  | { readonly type: 'item'; readonly row: KnownItem | undefined }
  | { readonly type: 'window'; readonly row: KnownWindow | undefined };

/** What is brought, and when. */
export function ItemsScreen(): ReactElement {
  const words = useWords('places');
  const go = useGo();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const all = useQuery(items);
  const windows = useQuery(mealWindows);
  const clock = useBranchClock();
  const carried = useQuery(returnables, clock === undefined ? '' : addDays(clock.today, -COUNTED_DAYS));
  useHashScroll(windows.type === 'known' && all.type === 'known' ? 'drawn' : 'waiting');
  const close = (): void => setOpen(undefined);
  return (
    <Frame title={words.toItems} back="/places" density="dense">
      {all.type === 'unknown' || windows.type === 'unknown' ? null : (
        <>
          <ItemsSection items={all.value} onOpen={(row) => setOpen({ type: 'item', row })} />
          <WindowsSection windows={windows.value} onOpen={(row) => setOpen({ type: 'window', row })} />
          {carried.type === 'unknown' ? null : (
            <ReturnablesSection returnables={carried.value} onOpen={(row) => setOpen({ type: 'returnable', row })} />
          )}
        </>
      )}
      <ButtonLink icon="pin" href="/places" onGo={go}>
        {words.toPlaces}
      </ButtonLink>
      {open?.type === 'item' ? <ItemDialog row={open.row} onClose={close} /> : null}
      {open?.type === 'returnable' ? <ReturnableDialog row={open.row} onClose={close} /> : null}
      {open?.type === 'window' ? <WindowDialog row={open.row} onClose={close} /> : null}
      <NextFirstStep />
    </Frame>
  );
}
