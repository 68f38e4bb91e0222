import { useState, type ReactElement } from 'react';
import { enteredName } from '#domain/entered.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import type { Request } from '#domain/views/requests.ts';
import { Chips } from '#ui/chips.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { askedText } from './asked-text.ts';
import { FormDialog } from './form-dialog.tsx';
import { useAnswer } from './use-answer.ts';

/** As many as a thumb looks through. */
const OFFERED = 4;

export type PromiseDialogProps = {
  readonly request: Request;
  /** Who promised something before, the latest first. */
  readonly earlier: readonly string[];
  readonly onClose: () => void;
};

/** Which organisation brings it; mostly one of those that did before, so that nothing is to be typed. */
export function PromiseDialog({ request, earlier, onClose }: PromiseDialogProps): ReactElement {
  const words = useWords('requests');
  const { language } = useSettings();
  const { saving, answer } = useAnswer();
  const [by, setBy] = useState(earlier[0] ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const save = (): void => {
    const name = enteredName(by);
    setIsMissing(name === undefined);
    if (name === undefined) return;
    void answer(request, { status: 'promised', promisedBy: name }).then((isSaved) => {
      if (isSaved) onClose();
    });
  };
  return (
    <FormDialog
      title={words.promiseTitle(askedText(request.body, words, language))}
      label={words.promise}
      saving={saving}
      onSubmit={save}
      onRetry={() => void saving.retry().then((saved) => saved !== null && onClose())}
      onClose={onClose}
    >
      <TextInput
        label={words.by}
        hint={words.byHint}
        value={by}
        onChange={setBy}
        maxLength={MAX_NAME_LENGTH}
        error={isMissing ? words.byMissing : undefined}
      />
      {earlier.length < 2 ? null : (
        <Chips
          label={words.byEarlier}
          options={earlier.slice(0, OFFERED).map((name) => ({ value: name, label: name }))}
          value={by}
          onChange={setBy}
        />
      )}
    </FormDialog>
  );
}
