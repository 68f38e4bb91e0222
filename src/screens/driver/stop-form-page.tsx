import type { ReactElement } from 'react';
import { useLocation, useNavigate } from '../common/router.tsx';
import type { StopProgress, StopRecord } from '#domain/views/run-progress.ts';
import { isSameAmounts } from '#domain/views/run-progress.ts';
import { linesToRecord } from '#domain/views/stop-amounts.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import type { Saved } from '#store/mutate.ts';
import { Button } from '#ui/button.tsx';
import { say } from '../common/after-act.tsx';
import { Frame } from '../common/frame.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { shortAmountsText } from './amounts-text.ts';
import { StopRequests } from './stop-requests.tsx';
import { StopFormFields } from './stop-form-fields.tsx';
import { StopPlace } from './stop-place.tsx';
import { type StopForm, useStopForm } from './use-stop-form.ts';
import { useUndoDelivery } from './use-undo-delivery.ts';

export type StopFormPageProps = {
  readonly view: RunInFull;
  readonly stop: StopProgress;
  /** The record that was wrong; undefined for a new one. */
  readonly corrected: StopRecord | undefined;
  /** What was entered here before and not saved. */
  readonly begun: unknown;
};

/** Another amount, a problem, a correction: the button says what it will record. */
export function StopFormPage({ view, stop, corrected, begun }: StopFormPageProps): ReactElement {
  const { stop: words, saved } = useWords('driver');
  const called = usePlaceName();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const offerUndo = useUndoDelivery();
  const saving = useSave('leaves');
  const form = useStopForm(view, stop, corrected, begun);
  const label = useButtonText(form, stop, view);
  const isUnsure = saving.standing.type === 'unsure';
  const finish = (done: readonly Saved[] | null): void => {
    if (done === null) return;
    form.forget();
    if (corrected === undefined)
      offerUndo(
        label,
        done.map(({ firstRowId }) => firstRowId),
      );
    else say(saved.corrected);
    navigate(`/run/${view.id}`, { replace: true });
  };
  return (
    <Frame
      title={called(view.placesById.get(stop.checkpoint)) ?? words.placeUnknown}
      back={`/run/${view.id}`}
      action={
        isUnsure ? undefined : (
          <Button
            look="primary"
            size="big"
            width="full"
            icon="tick"
            once={saving.tap}
            onPress={() => void saving.save(form.mutation()).then(finish)}
          >
            {label}
          </Button>
        )
      }
    >
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      {/* What is unsure is saved again exactly as it was: until then nothing of it can be changed. */}
      <div inert={isUnsure}>
        <StopFormFields
          form={form}
          stop={stop}
          items={view.itemsById}
          first={hash === '#problem' ? 'reasons' : 'amounts'}
          place={<StopPlace view={view} stop={stop} />}
        />
      </div>
      {corrected === undefined ? <StopRequests view={view} stop={stop} /> : null}
    </Frame>
  );
}

function useButtonText(form: StopForm, stop: StopProgress, view: RunInFull): string {
  const { run, saved } = useWords('driver');
  const { language } = useSettings();
  const lines = linesToRecord(form.amounts);
  if (lines.length === 0) return saved.nothing;
  if (lines.length > 1 && isSameAmounts(lines, stop.planned)) return run.deliveredAll;
  return run.delivered(shortAmountsText(lines, view.itemsById, language));
}
