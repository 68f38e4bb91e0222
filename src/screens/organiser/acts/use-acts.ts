import type { Mutation } from '#domain/mutators.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { Saved } from '#store/mutate.ts';
import { offerUndo, say } from '../../common/after-act.tsx';
import { useClient } from '../../common/client.tsx';
import { type Saving, useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { type Act, putDone, rememberAct, takeDone, takeUndone, useDoneActs } from './acts.ts';

export type Acts = {
  readonly saving: Saving;
  /**
   * Does it, and offers to take it back. `onSaved` is what the screen does then, such as closing the form: what was done, the
   * form that is gone and the offer are one picture.
   */
  readonly perform: (act: Act, onSaved: () => void) => Promise<void>;
  /** The same for what a form has saved already. */
  readonly remember: (act: Act, saved: readonly Saved[]) => void;
  readonly undo: Step | undefined;
  readonly redo: Step | undefined;
};

/** One step back, or forth: what it is about, and how to take it. */
type Step = { readonly message: string; readonly take: () => void };

/** Acts on a plan that can be taken back one after another, and done again. */
export function useActs(): Acts {
  const { store, sync } = useClient();
  const { acts: words } = useWords('coverage');
  const saving = useSave();
  const { done, undone } = useDoneActs();

  const undo = async (): Promise<void> => {
    const last = takeDone();
    if (last === undefined) return;
    const saved = await saveAll(store, last.act.undo(last.saved));
    say(saved === null ? words.failed : `${words.undone}: ${last.act.message}`);
    sync.syncNow();
  };
  const redo = async (): Promise<void> => {
    const act = takeUndone();
    if (act === undefined) return;
    const saved = await saveAll(store, act.mutations);
    if (saved !== null) putDone(act, saved);
    say(saved === null ? words.failed : `${words.redone}: ${act.message}`);
    sync.syncNow();
  };
  const remember = (act: Act, saved: readonly Saved[]): void => {
    rememberAct(act, saved);
    offerUndo({ id: String(saved[0]?.number ?? 0), message: act.message, undo: () => void undo() });
  };
  return {
    saving,
    remember,
    perform: async (act, onSaved) => {
      const saved = await saving.save(...act.mutations);
      if (saved === null) return;
      onSaved();
      remember(act, saved);
    },
    undo: stepOf(done.at(-1)?.act, () => void undo()),
    redo: stepOf(undone.at(-1), () => void redo()),
  };
}

function stepOf(act: Act | undefined, take: () => void): Step | undefined {
  return act === undefined ? undefined : { message: act.message, take };
}

/** Null as soon as one of them is refused. */
async function saveAll(store: PhoneStore, mutations: readonly Mutation[]): Promise<readonly Saved[] | null> {
  const saved: Saved[] = [];
  for (const mutation of mutations) {
    const result = await store.mutate(mutation, crypto.randomUUID());
    if (!result.ok) return null;
    saved.push(result.value);
  }
  return saved;
}
