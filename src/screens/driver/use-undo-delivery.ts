import type { RowId } from '#domain/scalars.ts';
import { offerUndo, say, sayTakenBack } from '../common/after-act.tsx';
import { useClient } from '../common/client.tsx';
import { saveTrouble } from '../common/troubles.ts';
import { useWords } from '../common/words.ts';

/** Says that deliveries are on this phone, and offers to take them back for a while. */
export function useUndoDelivery(): (message: string, deliveries: readonly RowId[]) => void {
  const { store, sync } = useClient();
  const { saved } = useWords('driver');
  const { states } = useWords('common');
  const errors = useWords('errors');
  return (message, deliveries) => {
    const [first] = deliveries;
    if (first === undefined) return;
    const undo = async (): Promise<void> => {
      for (const delivery of deliveries) {
        const withdrawn = await store.mutate(
          { name: 'deliveryWithdraw', args: { delivery, note: '' } },
          `undo ${delivery}`,
        );
        if (!withdrawn.ok) return say(saveTrouble(withdrawn.error, errors).title);
      }
      sync.syncNow();
      sayTakenBack(saved.undone);
    };
    offerUndo({ id: first, message: `${message} · ${states.phone}`, undo: () => void undo() });
  };
}
