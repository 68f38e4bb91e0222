import type { ReactElement } from 'react';
import { returnablesOfRun } from '#domain/views/returnables-of-run.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../common/after-act.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { amountsText } from './amounts-text.ts';
import { countAt } from './count-at.ts';
import { countable, returnablesAsItems, ReturnableSteppers } from './returnable-steppers.tsx';
import { type Counting, useCount } from './use-count.ts';

/** The count begins with what should be in the car: mostly that is so, and nothing is to be typed. */
export function useBackCount(view: RunInFull): Counting {
  return useCount(view, countAt(view, 'back'), returnablesOfRun(view.counts).inCar);
}

/** After the run is over: a number that was wrong can still be put right. */
export function BackRecount({ view }: { readonly view: RunInFull }): ReactElement {
  const { returnables } = useWords('driver');
  const saving = useSave();
  const count = useBackCount(view);
  const finish = (done: unknown): void => {
    if (done !== null) say(returnables.saved);
  };
  return (
    <Stack>
      <BackCountFields view={view} count={count} />
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      {count.mutations.length === 0 || saving.standing.type === 'unsure' ? null : (
        <Button width="full" once={saving.tap} onPress={() => void saving.save(...count.mutations).then(finish)}>
          {returnables.save}
        </Button>
      )}
    </Stack>
  );
}

/** Shown where there is something to bring back. */
export function BackCountFields({
  view,
  count,
}: {
  readonly view: RunInFull;
  readonly count: Counting;
}): ReactElement | null {
  const { returnables } = useWords('driver');
  const { language } = useSettings();
  const { inCar } = returnablesOfRun(view.counts);
  if (view.counts.length === 0 || countable(view, count.lines).length === 0) return null;
  return (
    <Section heading={returnables.title}>
      {inCar.length === 0 ? null : <p>{returnables.inCar(amountsText(inCar, returnablesAsItems(view), language))}</p>}
      <ReturnableSteppers view={view} step="back" which="counted" lines={count.lines} onChange={count.setLines} />
    </Section>
  );
}
