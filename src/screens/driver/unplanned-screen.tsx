import { useState, type ReactElement } from 'react';
import { useNavigate } from '../common/router.tsx';
import type { Line } from '#domain/scalars.ts';
import { linesToRecord } from '#domain/views/stop-amounts.ts';
import { windowAt } from '#domain/views/window-at.ts';
import type { Args } from '#domain/mutators.ts';
import type { Day } from '#domain/scalars.ts';
import { dayMs } from '#i18n/calendar.ts';
import { instantToDay } from '#i18n/format.ts';
import type { Saved } from '#store/mutate.ts';
import type { KnownPlaceName } from '#store/queries/known-places.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { names } from '#store/queries/names.ts';
import { EVER, type OwnRun, ownRuns } from '#store/queries/own-runs.ts';
import { Button } from '#ui/button.tsx';
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

/** What was brought where nobody had planned it: the place, the item, Delivered. */
export function UnplannedScreen(): ReactElement {
  const words = useWords('driver');
  const { unplanned } = words;
  const { language } = useSettings();
  const saving = useSave();
  const moment = useMoment();
  const run = useRunUnderWay(moment?.on);
  const items = useItems();
  const [place, setPlace] = useState<KnownPlaceName | undefined>(undefined);
  const [lines, setLines] = useState<readonly Line[]>([]);
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
        <UnplannedPlace chosen={place} onChoose={setPlace} />
      </div>
      {place === undefined ? null : (
        <div inert={isUnsure}>
          <UnplannedItems lines={lines} items={items} onChange={setLines} />
        </div>
      )}
    </Frame>
  );
}

const NO_STOP = { stop: null, reason: null, note: '', how: 'atStop' } as const;

/** Says that it is on this phone, offers to take it back, and goes home. */
function useFinish(text: string): (done: readonly Saved[] | null) => void {
  const navigate = useNavigate();
  const offerUndo = useUndoDelivery();
  return (done) => {
    if (done === null) return;
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
