import { useState, type ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { say } from '../common/after-act.tsx';
import { Frame } from '../common/frame.tsx';
import { askedText } from '../common/requests/asked-text.ts';
import { EMPTY_REQUEST, RequestFields } from '../common/requests/request-fields.tsx';
import { useNavigate, useParams } from '../common/router.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { RunGone } from './run-gone.tsx';

/** Asks for what is missing at a stop: one tap says what, one saves it, with no network. */
export function RequestScreen(): ReactElement {
  const { id = '', index = '' } = useParams();
  const words = useWords('requests');
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown') return <Frame title={words.ask} back={`/run/${id}`} children="" />;
  const stop = answer.value?.stops[Number(index)];
  if (answer.value === null || stop === undefined) return <RunGone run={id} />;
  return <Asking key={stop.index} view={answer.value} stop={stop} />;
}

function Asking({ view, stop }: { readonly view: RunInFull; readonly stop: StopProgress }): ReactElement {
  const words = useWords('requests');
  const { states } = useWords('common');
  const { stop: stopWords } = useWords('driver');
  const { language } = useSettings();
  const called = usePlaceName();
  const navigate = useNavigate();
  const saving = useSave('leaves');
  const [draft, setDraft] = useState(EMPTY_REQUEST);
  const back = `/run/${view.id}/stop/${stop.index}`;
  const { what, count, note } = draft;
  const asked = what === undefined ? '' : askedText({ what, count }, words, language);
  const finish = (saved: unknown): void => {
    if (saved === null) return;
    say(`${words.asked(asked)} · ${states.phone}`);
    navigate(back, { replace: true });
  };
  const save = (): void => {
    if (what === undefined) return;
    const args = { checkpoint: stop.checkpoint, what, count, note: note.trim() };
    void saving.save({ name: 'requestRaise', args }).then(finish);
  };
  const isUnsure = saving.standing.type === 'unsure';
  return (
    <Frame
      title={words.ask}
      subtitle={called(view.placesById.get(stop.checkpoint)) ?? stopWords.placeUnknown}
      back={back}
      action={
        isUnsure || what === undefined ? undefined : (
          <Button look="primary" size="big" width="full" icon="tick" once={saving.tap} onPress={save}>
            {words.send(asked)}
          </Button>
        )
      }
    >
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      <div inert={isUnsure}>
        <RequestFields draft={draft} onChange={setDraft} />
      </div>
    </Frame>
  );
}
