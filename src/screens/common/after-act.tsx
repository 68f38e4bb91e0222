import { useEffect, type ReactElement } from 'react';
import { create } from 'zustand';
import { Toast } from '#ui/toast.tsx';
import { UndoBar } from '#ui/undo-bar.tsx';
import { useWords } from './words.ts';

/** How long an act can be taken back with one tap; after that it is corrected on its own screen. */
export const UNDO_MS = 10_000;
/** Acts that follow each other can be taken back one after another: so many at most. */
const MAX_IN_A_ROW = 20;
/** Between two of them: the second half of a double tap must not take back another one. */
const TAKEN_BACK_MS = 1_200;
/** Long enough to be read, short enough not to be in the way. */
const SAID_MS = 4_000;

export type Offer = {
  readonly id: string;
  /** "Delivered 20". */
  readonly message: string;
  readonly undo: () => void;
};
type AfterAct = {
  /** What can be taken back, the newest last; only that one is shown. */
  readonly offers: readonly Offer[];
  /** Nothing is offered from a tap on undo until it is known what became of it. */
  readonly isTakingBack: boolean;
  readonly said: string | undefined;
};

const NOTHING: AfterAct = { offers: [], isTakingBack: false, said: undefined };

/** What was just done. It outlives the screen on which it was done, and nothing else. */
const useAfterAct = create<AfterAct>(() => NOTHING);

/** Offers to take back what was just saved. An older offer waits behind the newer one. */
export function offerUndo(offer: Offer): void {
  useAfterAct.setState(({ offers }) => ({
    ...NOTHING,
    offers: [...offers.filter(({ id }) => id !== offer.id), offer].slice(-MAX_IN_A_ROW),
  }));
}

/** Says what was just done where there is nothing to take back. */
export function say(message: string): void {
  useAfterAct.setState({ ...NOTHING, said: message });
}

/** Says that what was offered is taken back; then the one before it is offered, if it still was when this one came. */
export function sayTakenBack(message: string): void {
  useAfterAct.setState({ isTakingBack: false, said: message });
}

/** Shows it. Once in the app, above all screens, because a live region speaks only what changes inside it. */
export function AfterActHost(): ReactElement {
  const { actions } = useWords('common');
  const { offers, isTakingBack, said } = useAfterAct();
  const offer = isTakingBack || said !== undefined ? undefined : offers.at(-1);
  const saidMs = offers.length === 0 ? SAID_MS : TAKEN_BACK_MS;
  // Nothing outlives the app: whoever is somebody else now must not be offered the former's acts.
  useEffect(() => () => useAfterAct.setState(NOTHING), []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => useAfterAct.setState({ said: undefined }), saidMs);
    return () => clearTimeout(timer);
  }, [said, saidMs]);
  return (
    <>
      <UndoBar
        offer={offer && { id: offer.id, message: offer.message, undoLabel: actions.undo, totalMs: UNDO_MS }}
        onUndo={() => {
          useAfterAct.setState({ offers: offers.slice(0, -1), isTakingBack: true });
          offer?.undo();
        }}
        onEnd={(id) => {
          if (useAfterAct.getState().offers.at(-1)?.id === id) useAfterAct.setState(NOTHING);
        }}
      />
      <Toast message={said} />
    </>
  );
}
