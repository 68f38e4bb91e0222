import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ImportPlan } from '#domain/import/plan.ts';
import { formatNumber } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useClient } from '../../common/client.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { forgetHalfImport, keepHalfImport } from './half-import.ts';
import { type ImportOutcome, performImport } from './perform-import.ts';

/** How far it is, is kept after so many steps: nobody needs it finer. */
const KEPT_EVERY = 20;

export type ImportRunProps = {
  readonly plan: ImportPlan;
  readonly onEnd: (outcome: ImportOutcome) => void;
};

/** Brings the plan in and says how far it is; leaving the screen stops it as the button does. */
export function ImportRun({ plan, onEnd }: ImportRunProps): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  const [doneCount, setDoneCount] = useState(0);
  const stop = useRunning(plan, setDoneCount, onEnd);
  const all = plan.steps.length;
  return (
    <>
      <p>{words.importingLead}</p>
      <ProgressBar
        label={words.importing}
        value={doneCount}
        max={all}
        text={words.progress(formatNumber(doneCount, language), formatNumber(all, language))}
      />
      <Button icon="cross" onPress={stop}>
        {words.stop}
      </Button>
    </>
  );
}

/** Runs the import once for as long as the screen is there; gives the function that stops it. */
function useRunning(
  plan: ImportPlan,
  onProgress: (doneCount: number) => void,
  onEnd: (outcome: ImportOutcome) => void,
): () => void {
  const { store, sync } = useClient();
  const stopping = useRef<AbortController | undefined>(undefined);
  // One name for as long as the screen is there: should the effect run twice, its taps are still the same taps.
  const [attempt] = useState(() => crypto.randomUUID());
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    const controller = new AbortController();
    stopping.current = controller;
    const stepCount = plan.steps.length;
    const tell = (doneCount: number): void => {
      onProgress(doneCount);
      if (doneCount % KEPT_EVERY === 0) keepHalfImport(store, { doneCount, stepCount }).catch(() => undefined);
    };
    const running = { mutate: store.mutate, attempt, signal: controller.signal, onProgress: tell };
    keepHalfImport(store, { doneCount: 0, stepCount }).catch(() => undefined);
    void performImport(plan, running).then((outcome) => {
      sync.syncNow();
      const kept =
        outcome.type === 'finished'
          ? forgetHalfImport(store)
          : keepHalfImport(store, { doneCount: outcome.savedCount, stepCount });
      kept.catch(() => undefined);
      // After the screen was left there is nobody to tell.
      if (stopping.current === controller) latest.current(outcome);
    });
    return () => {
      controller.abort();
      stopping.current = undefined;
    };
  }, [plan, store, sync, attempt, onProgress]);
  return () => stopping.current?.abort();
}
