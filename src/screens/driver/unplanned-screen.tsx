import { useState, type ReactElement } from 'react';
import { useNavigate } from '../common/router.tsx';
import { readUnplannedEntry, type UnplannedEntry } from '#domain/unplanned-entry.ts';
import { linesToRecord } from '#domain/views/stop-amounts.ts';
import { windowAt } from '#domain/views/window-at.ts';
import type { Args } from '#domain/mutators.ts';
import type { Day } from '#domain/scalars.ts';
import { dayMs } from '#i18n/calendar.ts';
import { instantToDay } from '#i18n/format.ts';
import type { Saved } from '#store/mutate.ts';
import { dropDraft, keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { names } from '#store/queries/names.ts';
import { EVER, type OwnRun, ownRuns } from '#store/queries/own-runs.ts';
import { Button } from '#ui/button.tsx';
import { useClient } from '../common/client.tsx';
import { Frame } from '../common/frame.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useBranchClock } from '../common/use-branch-clock.ts';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { runTitle } from './run-title.ts';
import { type ItemsById, shortAmountsText } from './amounts-text.ts';
import { UnplannedItems } from './unplanned-items.tsx';
import { UnplannedPlace } from './unplanned-place.tsx';
import { useUndoDelivery } from './use-undo-delivery.ts';

/** Under which name it is kept what was entered and not saved. */
const DRAFT = 'unplanned';

/** What was brought where nobody had planned it, once it is known whether it was begun before. */
export function UnplannedScreen(): ReactElement {
  const { unplanned } = useWords('driver');
  const begun = useQuery(draft, DRAFT);
  if (begun.type === 'unknown') return <Frame title={unplanned.title} back="/" children="" />;
  return <Unplanned begun={readUnplannedEntry(begun.value)} />;
}

/** The place, the item, Delivered. */
function Unplanned({ begun }: { readonly begun: UnplannedEntry }): ReactElement {
  const { store } = useClient();
  const words = useWords('driver');
  const { unplanned } = words;
  const { language } = useSettings();
  const saving = useSave('leaves');
  const moment = useMoment();
  const run = useRunUnderWay(moment?.on);
  const items = useItems();
  const [entry, setEntry] = useState(begun);
  const place = entry.place ?? undefined;
  const { lines } = entry;
  const change = (part: Partial<UnplannedEntry>): void => {
    const next = { ...entry, ...part };
    setEntry(next);
    // A draft is a comfort: what did not come to be kept is still on the screen.
    keepDraft(store, DRAFT, next).catch(() => undefined);
  };
  const recorded = linesToRecord(lines);
  const text = words.run.delivered(shortAmountsText(recorded, items, language));
  const finish = useFinish(text);
  const isUnsure = saving.standing.type === 'unsure';
  const whole =
    place === undefined || recorded.length === 0 || moment === undefined || run === undefined
      ? undefined
      : { ...moment, ...NO_STOP, run: run?.id ?? null, checkpoint: place.id, lines: recorded };
  return (
    <Frame
      title={unplanned.title}
      back="/"
      action={
        whole === undefined || isUnsure ? undefined : (
          <Button
            look="primary"
            size="big"
            width="full"
            icon="tick"
            once={saving.tap}
            onPress={() => void saving.save({ name: 'deliveryRecord', args: whole }).then(finish)}
          >
            {text}
          </Button>
        )
      }
    >
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      {run === undefined || run === null ? null : <p>{unplanned.ofRun(runTitle(run, words))}</p>}
      <div inert={isUnsure}>
        <UnplannedPlace chosen={place} onChoose={(chosen) => change({ place: chosen ?? null })} />
      </div>
      {place === undefined ? null : (
        <div inert={isUnsure}>
          <UnplannedItems lines={lines} items={items} onChange={(next) => change({ lines: [...next] })} />
        </div>
      )}
    </Frame>
  );
}

const NO_STOP = { stop: null, reason: null, note: '', how: 'atStop' } as const;

/** Says that it is on this phone, offers to take it back, and goes home. */
function useFinish(text: string): (done: readonly Saved[] | null) => void {
  const navigate = useNavigate();
  const { store } = useClient();
  const offerUndo = useUndoDelivery();
  return (done) => {
    if (done === null) return;
    dropDraft(store, DRAFT).catch(() => undefined);
    offerUndo(
      text,
      done.map(({ firstRowId }) => firstRowId),
    );
    navigate('/', { replace: true });
  };
}

type Moment = Pick<Args<'deliveryRecord'>, 'on' | 'window'>;

/** The day and meal window that it is now by the branch's clock; undefined until both are known. */
function useMoment(): Moment | undefined {
  const clock = useBranchClock();
  const windows = useQuery(mealWindows);
  if (clock === undefined || windows.type === 'unknown') return undefined;
  const at = windowAt(windows.value, clock.minuteOfDay);
  const began = at?.began === 'yesterday' ? clock.now - dayMs : clock.now;
  return { on: instantToDay(began, clock.utcOffsetMinutes) as Day, window: at?.window ?? null };
}

/** The one run of the day that is being driven: then it is out of its car. Null when there is none, or it could be either of two. */
function useRunUnderWay(on: Day | undefined): OwnRun | null | undefined {
  const runs = useQuery(ownRuns, EVER);
  if (runs.type === 'unknown') return undefined;
  const [first, ...others] = runs.value.filter((run) => run.status === 'underWay' && run.on === on);
  return first === undefined || others.length > 0 ? null : first;
}

function useItems(): ItemsById {
  const known = useQuery(names);
  return known.type === 'known' ? known.value.itemsById : new Map();
}
