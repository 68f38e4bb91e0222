import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { Frame } from '../../common/frame.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { usualItems, usualWindows } from '../items/usual-things.ts';
import { type BranchDraft, BranchFields } from './branch-fields.tsx';

/** All of Kazakhstan since 2024. */
const KAZAKHSTAN_MINUTES = 300;

/** The first organiser names the branch and sets its clock, and takes up what most branches bring and when; then the day's screen says what a first run needs. */
export function WelcomeScreen(): ReactElement {
  const { welcome } = useWords('organiser');
  const places = useWords('places');
  const [draft, setDraft] = useState<BranchDraft>({ name: '', utcOffsetMinutes: KAZAKHSTAN_MINUTES });
  const [wrong, setWrong] = useState<'name' | undefined>(undefined);
  const saving = useSave();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const name = draft.name.trim();
    setWrong(name === '' ? 'name' : undefined);
    if (name === '') return;
    // The branch's name comes last: as long as it has none this screen stays, and a second try is the same one.
    void saving.save(...usualItems(places), ...usualWindows(places), { name: 'branchAmend', args: { ...draft, name } });
  };
  return (
    <Frame title={welcome.title} density="dense">
      <form onSubmit={submit} noValidate>
        <Stack gap="large">
          <p>{welcome.lead}</p>
          <BranchFields draft={draft} onChange={setDraft} wrong={wrong} />
          <p>{welcome.usual}</p>
          <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
          <Button type="submit" look="primary" width="full" isBusy={saving.standing.type === 'saving'}>
            {welcome.start}
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}
