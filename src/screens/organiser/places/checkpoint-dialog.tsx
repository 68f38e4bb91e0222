import { useState, type ReactElement } from 'react';
import { nextCodes } from '#domain/import/next-code.ts';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { unreachable } from '#lib/assert.ts';
import type { PlacesWords } from '#i18n/places/en.ts';
import type { KnownCheckpoint } from '#store/queries/checkpoints.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { type Called, usePlaceName } from '../../common/use-place-name.ts';
import { ThingDialog } from '../thing-dialog.tsx';
import {
  type CheckpointDraft,
  checkpointDraft,
  type CheckpointProblem,
  draftToCheckpoint,
} from './checkpoint-draft.ts';
import { OtherNamesFields } from './other-names-fields.tsx';

export type CheckpointDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownCheckpoint | undefined;
  readonly all: readonly KnownCheckpoint[];
  readonly onClose: () => void;
};

/** A checkpoint's form; its number is there already, as the next one that is free. */
export function CheckpointDialog({ row, all, onClose }: CheckpointDialogProps): ReactElement {
  const words = useWords('places');
  const called = usePlaceName();
  const others = all.filter(({ id, status }) => status === 'open' && id !== row?.id);
  const used = others.map(({ code }) => code);
  const [free = ''] = nextCodes(used, 1);
  const [draft, setDraft] = useState(() => checkpointDraft(row, others, free));
  const [problem, setProblem] = useState<CheckpointProblem | undefined>(undefined);
  const toFields = () => {
    const fields = draftToCheckpoint(draft, others);
    setProblem(fields.ok ? undefined : fields.error);
    return fields.ok ? fields.value : null;
  };
  return (
    <ThingDialog
      kind="checkpoint"
      row={row}
      words={words}
      title={row === undefined ? words.checkpoints.add : called(row)}
      subject={draft.name.trim()}
      toFields={toFields}
      onClose={onClose}
    >
      <CheckpointFields draft={draft} onChange={setDraft} problem={problem} free={free} />
    </ThingDialog>
  );
}

type CheckpointFieldsProps = {
  readonly draft: CheckpointDraft;
  readonly onChange: (draft: CheckpointDraft) => void;
  readonly problem: CheckpointProblem | undefined;
  readonly free: string;
};

function CheckpointFields({ draft, onChange, problem, free }: CheckpointFieldsProps): ReactElement {
  const words = useWords('places');
  const called = usePlaceName();
  const { checkpoints: own } = words;
  const errorOf = (code: CheckpointProblem['code']): string | undefined =>
    problem?.code === code ? problemText(problem, words, called) : undefined;
  const field = (name: Exclude<keyof CheckpointDraft, 'others'>) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <>
      <TextInput
        {...field('name')}
        label={own.name}
        hint={own.nameHint}
        maxLength={MAX_NAME_LENGTH}
        error={errorOf('nameMissing')}
      />
      <OtherNamesFields typed={draft.others} onChange={(others) => onChange({ ...draft, others })} />
      <TextInput
        {...field('code')}
        kind="decimal"
        label={own.code}
        hint={`${own.codeHint} ${own.codeFree(free)}`}
        maxLength={5}
        error={errorOf('codeWrong') ?? errorOf('codeTaken')}
      />
      <TextInput {...field('district')} label={own.district} maxLength={MAX_NAME_LENGTH} />
      <TextInput
        {...field('landmark')}
        label={words.landmark}
        hint={words.landmarkHint}
        lines={2}
        maxLength={MAX_NOTE_LENGTH}
      />
      <TextInput {...field('phone')} kind="phone" label={words.phone} maxLength={25} error={errorOf('phoneWrong')} />
      <TextInput
        {...field('position')}
        label={own.position}
        hint={own.positionHint}
        maxLength={60}
        error={errorOf('positionWrong')}
      />
    </>
  );
}

function problemText(problem: CheckpointProblem, words: PlacesWords, called: Called): string {
  switch (problem.code) {
    case 'nameMissing':
      return words.nameMissing;
    case 'codeWrong':
      return words.checkpoints.codeWrong;
    case 'codeTaken':
      return words.checkpoints.codeTaken(called(problem.by));
    case 'phoneWrong':
      return words.phoneWrong;
    case 'positionWrong':
      return words.checkpoints.positionWrong;
    default:
      return unreachable(problem);
  }
}
