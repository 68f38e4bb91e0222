import { useState, type ReactElement } from 'react';
import { typedOtherNames } from '#domain/other-names.ts';
import type { KitchenBody } from '#domain/places.ts';
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { isPhone } from '#domain/typed.ts';
import { err, ok, type Result } from '#lib/result.ts';
import type { KnownKitchen } from '#store/queries/kitchens.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { ThingDialog } from '../thing-dialog.tsx';
import { namesToType, OtherNamesFields, type TypedNames } from './other-names-fields.tsx';
import { positionToText, textToPosition } from './position-text.ts';

export type KitchenDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownKitchen | undefined;
  readonly onClose: () => void;
};

type Draft = Readonly<Record<'name' | 'landmark' | 'phone' | 'position', string>> & { readonly others: TypedNames };
type Problem = 'name' | 'phone' | 'position';

/** A kitchen's form. */
export function KitchenDialog({ row, onClose }: KitchenDialogProps): ReactElement {
  const words = useWords('places');
  const called = usePlaceName();
  const [draft, setDraft] = useState<Draft>({
    name: row?.name ?? '',
    others: namesToType(row?.otherNames ?? null),
    landmark: row?.landmark ?? '',
    phone: row?.phone ?? '',
    position: positionToText(row?.position ?? null),
  });
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const toFields = () => {
    const fields = draftToKitchen(draft);
    setProblem(fields.ok ? undefined : fields.error);
    return fields.ok ? fields.value : null;
  };
  return (
    <ThingDialog
      kind="kitchen"
      row={row}
      words={words}
      title={row === undefined ? words.kitchens.add : called(row)}
      subject={draft.name.trim()}
      toFields={toFields}
      onClose={onClose}
    >
      <KitchenFields draft={draft} onChange={setDraft} problem={problem} />
    </ThingDialog>
  );
}

type KitchenFieldsProps = {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly problem: Problem | undefined;
};

function KitchenFields({ draft, onChange, problem }: KitchenFieldsProps): ReactElement {
  const words = useWords('places');
  const field = (name: Exclude<keyof Draft, 'others'>) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <>
      <TextInput
        {...field('name')}
        label={words.kitchens.name}
        maxLength={MAX_NAME_LENGTH}
        error={problem === 'name' ? words.nameMissing : undefined}
      />
      <OtherNamesFields typed={draft.others} onChange={(others) => onChange({ ...draft, others })} />
      <TextInput
        {...field('landmark')}
        label={words.landmark}
        hint={words.landmarkHint}
        lines={2}
        maxLength={MAX_NOTE_LENGTH}
      />
      <TextInput
        {...field('phone')}
        kind="phone"
        label={words.phone}
        maxLength={25}
        error={problem === 'phone' ? words.phoneWrong : undefined}
      />
      <TextInput
        {...field('position')}
        label={words.checkpoints.position}
        hint={words.checkpoints.positionHint}
        maxLength={60}
        error={problem === 'position' ? words.checkpoints.positionWrong : undefined}
      />
    </>
  );
}

function draftToKitchen(draft: Draft): Result<Omit<KitchenBody, 'status'>, Problem> {
  const [name, phone] = [draft.name.trim(), draft.phone.trim()];
  const position = textToPosition(draft.position);
  if (name === '') return err('name');
  if (phone !== '' && !isPhone(phone)) return err('phone');
  if (!position.ok) return err('position');
  return ok({
    name,
    otherNames: typedOtherNames(name, draft.others),
    landmark: draft.landmark.trim(),
    phone: phone === '' ? null : phone,
    position: position.value,
  });
}
