import { useRef, useState } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Saved } from '#store/mutate.ts';
import type { SaveFailure } from '#store/save.ts';
import { useClient } from './client.tsx';

/**
 *   ready --save--> saving --committed-----------------> ready, with a new tap; or with none, when the screen is left
 *                     |------refused-------------------> refused: nothing was written, what was entered can be changed
 *                     `------no answer, no space, lost--> unsure: the very same is saved again, under the same tap
 */
export type SaveStanding =
  | { readonly type: 'ready' | 'saving' }
  | { readonly type: 'refused' | 'unsure'; readonly failure: SaveFailure };

export type Saving = {
  readonly standing: SaveStanding;
  /** The id of the next tap: a button that carries it counts a double press once. */
  readonly tap: string;
  /**
   * Saves what one tap means, in order. Null when it was not saved, or is being saved already. "On this phone" may be
   * said once this has answered with something else.
   */
  readonly save: (...mutations: readonly Mutation[]) => Promise<readonly Saved[] | null>;
  /** Saves again exactly what is unsure; a late commit and this are one record. */
  readonly retry: () => Promise<readonly Saved[] | null>;
};

/** What was saved is shown first; then the engine may have the phone. Whoever leaves before that is heard by the engine itself. */
const SHOWN_FIRST_MS = 400;

type Pending = { readonly tap: string; readonly mutations: readonly Mutation[] };

/** Whether the card stays after it was saved, or the screen is left with it: then nothing more is saved, though it shows a moment longer. */
export type SaveThen = 'stays' | 'leaves';

/** Saves taps of one card or form. The tap's id is made when it is shown, and made anew once it was saved or refused. */
export function useSave(then: SaveThen = 'stays'): Saving {
  const { store, sync } = useClient();
  const [standing, setStanding] = useState<SaveStanding>({ type: 'ready' });
  const [tap, setTap] = useState(newTap);
  const pending = useRef<Pending | undefined>(undefined);
  const isSaving = useRef(false);

  const attempt = async (given: Pending): Promise<readonly Saved[] | null> => {
    if (isSaving.current) return null;
    isSaving.current = true;
    pending.current = given;
    setStanding({ type: 'saving' });
    const saved: Saved[] = [];
    for (const [index, mutation] of given.mutations.entries()) {
      const result = await store.mutate(mutation, index === 0 ? given.tap : `${given.tap}.${index}`);
      if (!result.ok) return fail(result.error);
      saved.push(result.value);
    }
    if (then === 'stays') settle({ type: 'ready' });
    else setStanding({ type: 'ready' });
    setTimeout(sync.syncNow, SHOWN_FIRST_MS);
    return saved;
  };
  const fail = (failure: SaveFailure): null => {
    if (failure.code === 'refused' || failure.code === 'notEnrolled') settle({ type: 'refused', failure });
    else {
      isSaving.current = false;
      setStanding({ type: 'unsure', failure });
    }
    return null;
  };
  const settle = (next: SaveStanding): void => {
    isSaving.current = false;
    pending.current = undefined;
    setTap(newTap());
    setStanding(next);
  };

  return {
    standing,
    tap,
    save: (...mutations) => (pending.current === undefined ? attempt({ tap, mutations }) : Promise.resolve(null)),
    retry: () => (pending.current === undefined ? Promise.resolve(null) : attempt(pending.current)),
  };
}

function newTap(): string {
  return crypto.randomUUID();
}
