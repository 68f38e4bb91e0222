import type { ReactElement } from 'react';
import { disagreement } from '#store/queries/disagreement.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../client.tsx';
import { SaveTrouble } from '../save-trouble.tsx';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words.ts';
import { useVersionText } from './use-version-text.ts';

/** Two organisers changed the same thing: both versions, and one tap decides. Whoever was first is not overwritten unseen. */
export function DisagreementChoice({ number }: { readonly number: number }): ReactElement | null {
  const { disagreement: words } = useWords('coverage');
  const { actions } = useWords('common');
  const { store } = useClient();
  const saving = useSave();
  const { language } = useSettings();
  const answer = useQuery(disagreement, number, language);
  const textOf = useVersionText(answer.type === 'known' ? (answer.value ?? undefined) : undefined);
  if (answer.type === 'unknown') return null;
  const found = answer.value;
  const seen = (): void => void store.dismiss(number);
  if (found === null) {
    return (
      <Button width="full" icon="tick" onPress={seen}>
        {actions.seen}
      </Button>
    );
  }
  if (textOf === undefined) return null;
  const takeMine = (saved: readonly unknown[] | null): void => {
    if (saved !== null) seen();
  };
  return (
    <Stack gap="small">
      <dl>
        <dt>{words.yours}</dt>
        <dd>{textOf(found.mine)}</dd>
        <dt>{words.theirs}</dt>
        <dd>{textOf(found.theirs)}</dd>
      </dl>
      <Stack direction="even" gap="small">
        <Button onPress={() => void saving.save(...found.takeMine).then(takeMine)}>{words.takeYours}</Button>
        <Button icon="tick" onPress={seen}>
          {words.keepTheirs}
        </Button>
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(takeMine)} />
    </Stack>
  );
}
