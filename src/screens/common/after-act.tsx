import { useEffect, type ReactElement } from 'react';
import { create } from 'zustand';
import { Toast } from '#ui/toast.tsx';
import { UndoBar } from '#ui/undo-bar.tsx';
import { useWords } from './words.ts';

/** How long an act can be taken back with one tap; after that it is corrected on its own screen. */
export const UNDO_MS = 10_000;
/** Long enough to be read, short enough not to be in the way. */
const SAID_MS = 4_000;

export type Offer = {
  readonly id: string;
  /** "Delivered 20". */
  readonly message: string;
  readonly undo: () => void;
};
type AfterAct = { readonly offer: Offer | undefined; readonly said: string | undefined };

/** What was just done. It outlives the screen on which it was done, and nothing else. */
const useAfterAct = create<AfterAct>(() => ({ offer: undefined, said: undefined }));

/** Offers to take back what was just saved. A newer offer replaces the older. */
export function offerUndo(offer: Offer): void {
  useAfterAct.setState({ offer, said: undefined });
}

/** Says what was just done where there is nothing to take back. */
export function say(message: string): void {
  useAfterAct.setState({ offer: undefined, said: message });
}

/** Shows it. Once in the app, above all screens, because a live region speaks only what changes inside it. */
export function AfterActHost(): ReactElement {
  const { actions } = useWords('common');
  const { offer, said } = useAfterAct();
  // Nothing outlives the app: whoever is somebody else now must not be offered the former's acts.
  useEffect(() => () => useAfterAct.setState({ offer: undefined, said: undefined }), []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => useAfterAct.setState({ said: undefined }), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <>
      <UndoBar
        offer={offer && { id: offer.id, message: offer.message, undoLabel: actions.undo, totalMs: UNDO_MS }}
        onUndo={() => {
          useAfterAct.setState({ offer: undefined });
          offer?.undo();
        }}
        onEnd={(id) => {
          if (useAfterAct.getState().offer?.id === id) useAfterAct.setState({ offer: undefined });
        }}
      />
      <Toast message={said} />
    </>
  );
}
