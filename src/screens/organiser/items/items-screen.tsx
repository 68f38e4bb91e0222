import { useState, type ReactElement } from 'react';
import { type KnownItem, items } from '#store/queries/items.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Frame } from '../../common/frame.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useHashScroll } from '../use-hash-scroll.ts';
import { ItemDialog } from './item-dialog.tsx';
import { ItemsSection } from './items-section.tsx';
import { type KnownWindow, WindowDialog } from './window-dialog.tsx';
import { WindowsSection } from './windows-section.tsx';

type Open =
  | { readonly type: 'item'; readonly row: KnownItem | undefined }
  | { readonly type: 'window'; readonly row: KnownWindow | undefined };

/** What is brought, and when. */
export function ItemsScreen(): ReactElement {
  const words = useWords('places');
  const go = useGo();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const all = useQuery(items);
  const windows = useQuery(mealWindows);
  useHashScroll(windows.type === 'known' && all.type === 'known' ? 'drawn' : 'waiting');
  const close = (): void => setOpen(undefined);
  return (
    <Frame title={words.toItems} back="/places" density="dense">
      {all.type === 'unknown' || windows.type === 'unknown' ? null : (
        <>
          <ItemsSection items={all.value} onOpen={(row) => setOpen({ type: 'item', row })} />
          <WindowsSection windows={windows.value} onOpen={(row) => setOpen({ type: 'window', row })} />
        </>
      )}
      <ButtonLink icon="pin" href="/places" onGo={go}>
        {words.toPlaces}
      </ButtonLink>
      {open?.type === 'item' ? <ItemDialog row={open.row} onClose={close} /> : null}
      {open?.type === 'window' ? <WindowDialog row={open.row} onClose={close} /> : null}
    </Frame>
  );
}
