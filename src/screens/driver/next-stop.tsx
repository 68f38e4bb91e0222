import { useEffect, useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { dropDraft } from '#store/drafts.ts';
import type { Saved } from '#store/mutate.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { useClient } from '../common/client.tsx';
import { useSettings } from '../common/settings.tsx';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { deliveredText } from './amounts-text.ts';
import { asPlanned } from './as-planned.ts';
import { NextStopCard } from './next-stop-card.tsx';
import { stopDraft } from './stop-draft.ts';
import { useUndoDelivery } from './use-undo-delivery.ts';
import styles from './next-stop.module.css';

/**
 * How long the card that was just tapped stays and says "On this phone". The next stop must not slide under the finger:
 * the second half of a double tap would record it too.
 */
const LINGER_MS = 900;

/** The next stop of a run, for a screen that shows nothing else of it. */
export function NextStop({ run }: { readonly run: RowId }): ReactElement | null {
  const answer = useQuery(runInFull, run);
  if (answer.type === 'unknown' || answer.value === null) return null;
  return <NextStopOf view={answer.value} look="primary" />;
}

export type NextStopOfProps = {
  readonly view: RunInFull;
  /** `secondary` while something else is to be done first. */
  readonly look: 'primary' | 'secondary';
};

/**
 * The card of the next stop.
 *
 *   shown --tap--> held (saving) --on this phone--> held (said so) --a moment later--> the next stop is shown
 *                     `--not known to be saved--> held, with "try again"
 */
export function NextStopOf({ view, look }: NextStopOfProps): ReactElement {
  const words = useWords('driver');
  const { language } = useSettings();
  const { store } = useClient();
  const saving = useSave();
  const offerUndo = useUndoDelivery();
  const [held, setHeld] = useState<StopProgress | undefined>(undefined);
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    if (!isSaid) return undefined;
    const timer = setTimeout(() => {
      setHeld(undefined);
      setSaid(false);
    }, LINGER_MS);
    return () => clearTimeout(timer);
  }, [isSaid]);

  const stop = held ?? view.stops.find(({ state }) => state === 'open');
  if (stop === undefined) return <AllDone run={view.id} />;
  const confirm = (saved: readonly Saved[] | null): void => {
    if (saved === null) return;
    setSaid(true);
    // Whatever was begun on the stop's own screen is settled by this.
    dropDraft(store, stopDraft(view.id, stop.index, undefined)).catch(() => undefined);
    offerUndo(
      deliveredText(stop.planned, view.itemsById, words, language),
      saved.map(({ firstRowId }) => firstRowId),
    );
  };
  const deliver = async (): Promise<void> => {
    setHeld(stop);
    confirm(await saving.save({ name: 'deliveryRecord', args: asPlanned(view, stop) }));
  };
  return (
    <NextStopCard
      // A card of its own for each stop: nothing of the one before can be left on it.
      key={stop.index}
      view={view}
      stop={stop}
      look={look}
      saving={saving}
      isSaid={isSaid}
      onDelivered={() => void deliver()}
      onRetry={() => void saving.retry().then(confirm)}
    />
  );
}

function AllDone({ run }: { readonly run: RowId }): ReactElement {
  const words = useWords('driver');
  const go = useGo();
  return (
    <Card tone="now">
      <p className={styles['done']}>
        <Icon name="tick" />
        <span>{words.run.allDone}</span>
      </p>
      <ButtonLink href={`/run/${run}/end`} onGo={go} look="primary" size="big" width="full">
        {words.run.finish}
      </ButtonLink>
    </Card>
  );
}
