import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { isPhone } from '#domain/typed.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';

/** A driver without the app: somebody with a car and an old telephone. Organisers record for them. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { people: words } = useWords('organiser');
  const { nameMissing, phoneWrong } = useWords('places');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState<'name' | 'phone' | undefined>(undefined);
  const toMutation = (): Mutation | null => {
    const given = { name: name.trim(), phone: phone.trim() };
    const problem = given.name === '' ? 'name' : given.phone !== '' && !isPhone(given.phone) ? 'phone' : undefined;
    setWrong(problem);
    if (problem !== undefined) return null;
    return { name: 'memberAdd', args: { name: given.name, phone: given.phone === '' ? null : given.phone } };
  };
  return (
    <EditDialog title={words.add} subject={name.trim()} toMutation={toMutation} onClose={onClose}>
      <p>{words.addLead}</p>
      <TextInput
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={wrong === 'name' ? nameMissing : undefined}
      />
      <TextInput
        kind="phone"
        label={words.telephone}
        value={phone}
        onChange={setPhone}
        maxLength={25}
        error={wrong === 'phone' ? phoneWrong : undefined}
      />
    </EditDialog>
  );
}
