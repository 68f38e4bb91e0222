import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { ReturnableStep } from '#domain/returnable.ts';
import { countedSoFar, recount } from '#domain/views/recount.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../common/after-act.tsx';
import { Frame } from '../common/frame.tsx';
import { useNavigate, useParams } from '../common/router.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { countAt } from './count-at.ts';
import { ReturnableSteppers } from './returnable-steppers.tsx';
import { RunGone } from './run-gone.tsx';

/** Thermoses and crates at one stop: what stays there, what is fetched. */
export function ReturnablesScreen(): ReactElement {
  const { id = '', index = '' } = useParams();
  const { returnables } = useWords('driver');
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown') return <Frame title={returnables.title} back={`/run/${id}`} children="" />;
  const stop = answer.value?.stops[Number(index)];
  if (answer.value === null || stop === undefined) return <RunGone run={id} />;
  return <Counting key={stop.index} view={answer.value} stop={stop} />;
}

const STEPS = ['left', 'taken'] as const satisfies readonly ReturnableStep[];

function Counting({ view, stop }: { readonly view: RunInFull; readonly stop: StopProgress }): ReactElement {
  const { returnables, stop: stopWords } = useWords('driver');
  const called = usePlaceName();
  const navigate = useNavigate();
  const saving = useSave('leaves');
  const [said, setSaid] = useState(() => ({
    left: countedSoFar(view.counts, countAt(view, 'left', stop)),
    taken: countedSoFar(view.counts, countAt(view, 'taken', stop)),
  }));
  const finish = (done: unknown): void => {
    if (done === null) return;
    say(returnables.saved);
    navigate(`/run/${view.id}`, { replace: true });
  };
  const mutations = STEPS.flatMap((step): readonly Mutation[] =>
    recount(view.counts, countAt(view, step, stop), said[step]).map((args) => ({ name: 'returnablesCount', args })),
  );
  const save = (): void => {
    if (mutations.length === 0) navigate(`/run/${view.id}`, { replace: true });
    else void saving.save(...mutations).then(finish);
  };
  return (
    <Frame
      title={returnables.title}
      subtitle={called(view.placesById.get(stop.checkpoint)) ?? stopWords.placeUnknown}
      back={`/run/${view.id}`}
      action={
        saving.standing.type === 'unsure' ? undefined : (
          <Button look="primary" size="big" width="full" icon="tick" once={saving.tap} onPress={save}>
            {returnables.save}
          </Button>
        )
      }
    >
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      <p>{returnables.lead}</p>
      <div inert={saving.standing.type === 'unsure'}>
        <Stack gap="large">
          {STEPS.map((step) => (
            <ReturnableSteppers
              key={step}
              view={view}
              step={step}
              lines={said[step]}
              onChange={(lines) => setSaid({ ...said, [step]: lines })}
            />
          ))}
        </Stack>
      </div>
    </Frame>
  );
}
