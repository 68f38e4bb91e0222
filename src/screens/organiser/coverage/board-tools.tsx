import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { Day } from '#domain/scalars.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { useActs } from '../acts/use-acts.ts';
import { CopyDialog } from './copy-dialog.tsx';

export type BoardToolsProps = { readonly standing: CoverageStanding; readonly on: Day; readonly count: 1 | 7 };

/** What can be done to a whole day, and taken back: Control Z and Control Shift Z do the same. */
export function BoardTools({ standing, on, count }: BoardToolsProps): ReactElement {
  const { copy, acts: words } = useWords('coverage');
  const supply = useWords('supply');
  const poster = useWords('print');
  const map = useWords('map');
  const go = useGo();
  const [isCopying, setIsCopying] = useState(false);
  const { undo, redo } = useActs();
  useUndoKeys(undo?.take, redo?.take);
  return (
    <Stack direction="row" gap="small">
      <Button icon="copy" onPress={() => setIsCopying(true)}>
        {copy.open}
      </Button>
      <ButtonLink icon="box" href="/supply" onGo={go}>
        {supply.title}
      </ButtonLink>
      <ButtonLink icon="pin" href={`/map?on=${on}`} onGo={go}>
        {map.open}
      </ButtonLink>
      <ButtonLink icon="printer" href={`/print?on=${on}&what=poster`} onGo={go}>
        {poster.kinds.poster}
      </ButtonLink>
      {undo === undefined ? null : (
        <Button look="quiet" icon="undo" label={`${words.undo}: ${undo.message}`} onPress={undo.take}>
          {words.undo}
        </Button>
      )}
      {redo === undefined ? null : (
        <Button look="quiet" icon="arrow" label={`${words.redo}: ${redo.message}`} onPress={redo.take}>
          {words.redo}
        </Button>
      )}
      {isCopying ? <CopyDialog standing={standing} on={on} count={count} onClose={() => setIsCopying(false)} /> : null}
    </Stack>
  );
}

function useUndoKeys(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)?.();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
