import type { ReactElement } from 'react';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../common/after-act.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';

export type RunAnswerProps = {
  readonly id: RowId;
  readonly answer: RunBody['answer'];
  readonly look: 'first' | 'later';
};

/** "I take it", "I can't": no reason is asked for. After giving it back one may still change one's mind. */
export function RunAnswer({ id, answer, look }: RunAnswerProps): ReactElement {
  const { runs } = useWords('driver');
  const saving = useSave();
  const accept = async (): Promise<void> => {
    if ((await saving.save({ name: 'runAccept', args: { run: id } })) !== null) say(runs.taken);
  };
  const decline = async (): Promise<void> => {
    if ((await saving.save({ name: 'runDecline', args: { run: id } })) !== null) say(runs.givenBack);
  };
  return (
    <Stack gap="small">
      {answer === 'declined' ? (
        <Button onPress={() => void accept()} once={saving.tap} width="full">
          {runs.takeAfterAll}
        </Button>
      ) : (
        <Stack direction="even" gap="small">
          <Button
            look={look === 'first' ? 'primary' : 'secondary'}
            size="big"
            onPress={() => void accept()}
            once={saving.tap}
            width="full"
          >
            {runs.take}
          </Button>
          <Button size="big" onPress={() => void decline()} once={saving.tap} width="full">
            {runs.cannot}
          </Button>
        </Stack>
      )}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Stack>
  );
}
