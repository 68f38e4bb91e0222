import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { formatUtcOffset } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { Frame } from '../../common/frame.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { OFFSETS } from './utc-offsets.ts';

const KAZAKHSTAN = '300';

/** The first organiser names the branch and sets its clock; then the day's screen says what a first run needs. */
export function WelcomeScreen(): ReactElement {
  const { welcome } = useWords('organiser');
  const [name, setName] = useState('');
  const [offset, setOffset] = useState(KAZAKHSTAN);
  const [isMissing, setIsMissing] = useState(false);
  const saving = useSave();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const trimmed = name.trim();
    setIsMissing(trimmed === '');
    if (trimmed === '') return;
    void saving.save({ name: 'branchAmend', args: { name: trimmed, utcOffsetMinutes: Number(offset) } });
  };
  return (
    <Frame title={welcome.title} density="dense">
      <form onSubmit={submit} noValidate>
        <Stack gap="large">
          <p>{welcome.lead}</p>
          <TextInput
            label={welcome.branchName}
            hint={welcome.branchNameHint}
            value={name}
            onChange={setName}
            maxLength={MAX_NAME_LENGTH}
            error={isMissing ? welcome.branchNameMissing : undefined}
          />
          <Select
            label={welcome.utcOffset}
            hint={welcome.utcOffsetHint}
            options={OFFSETS.map((minutes) => ({ value: String(minutes), label: formatUtcOffset(minutes) }))}
            value={offset}
            onChange={setOffset}
          />
          <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
          <Button type="submit" look="primary" width="full" isBusy={saving.standing.type === 'saving'}>
            {welcome.start}
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}
