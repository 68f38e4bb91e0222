import type { Mutation } from '#domain/mutators.ts';
import { offerUndo, say } from '../../common/after-act.tsx';
import { useClient } from '../../common/client.tsx';
import { saveTrouble } from '../../common/troubles.ts';
import { type Saving, useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';

/** One tap of an organiser: what it does, how it is said, and what takes it back. */
export type Act = {
  readonly mutations: readonly Mutation[];
  readonly said: string;
  readonly undo: readonly Mutation[];
};

export type Deciding = { readonly saving: Saving; readonly decide: (act: Act) => void };

/** Saves a decision and offers to take it back. */
export function useDecide(): Deciding {
  const { store, sync } = useClient();
  const { states } = useWords('common');
  const { review } = useWords('organiser');
  const errors = useWords('errors');
  const saving = useSave();
  const undo = async (id: string, mutations: readonly Mutation[]): Promise<void> => {
    for (const [index, mutation] of mutations.entries()) {
      const done = await store.mutate(mutation, `undo ${id} ${index}`);
      if (!done.ok) return say(saveTrouble(done.error, errors).title);
    }
    sync.syncNow();
    say(review.undone);
  };
  const decide = (act: Act): void => {
    const id = saving.tap;
    void saving.save(...act.mutations).then((saved) => {
      if (saved === null) return;
      offerUndo({ id, message: `${act.said} · ${states.phone}`, undo: () => void undo(id, act.undo) });
    });
  };
  return { saving, decide };
}
