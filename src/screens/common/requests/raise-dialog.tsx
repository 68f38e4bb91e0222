import { useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { KnownPlaceName } from '#store/queries/known-places.ts';
import { Select } from '#ui/select.tsx';
import { say } from '../after-act.tsx';
import { useSettings } from '../settings.tsx';
import { useSave } from '../use-save.ts';
import { useWords } from '../words.ts';
import { usePlaceName } from '../use-place-name.ts';
import { askedText } from './asked-text.ts';
import { FormDialog } from './form-dialog.tsx';
import { EMPTY_REQUEST, RequestFields } from './request-fields.tsx';

export type RaiseDialogProps = { readonly places: readonly KnownPlaceName[]; readonly onClose: () => void };

/** What a place asks for, told to an organiser by telephone. */
export function RaiseDialog({ places, onClose }: RaiseDialogProps): ReactElement {
  const words = useWords('requests');
  const { states } = useWords('common');
  const { language } = useSettings();
  const called = usePlaceName();
  const saving = useSave();
  const [place, setPlace] = useState<RowId | ''>('');
  const [draft, setDraft] = useState(EMPTY_REQUEST);
  const [wrong, setWrong] = useState<'what' | 'where' | undefined>(undefined);
  const { what, count, note } = draft;
  const finish = (saved: unknown): void => {
    if (saved === null || what === undefined) return;
    say(`${words.asked(askedText({ what, count }, words, language))} · ${states.phone}`);
    onClose();
  };
  const save = (): void => {
    setWrong(place === '' ? 'where' : what === undefined ? 'what' : undefined);
    if (place === '' || what === undefined) return;
    const args = { checkpoint: place, what, count, note: note.trim() };
    void saving.save({ name: 'requestRaise', args }).then(finish);
  };
  return (
    <FormDialog
      title={words.askNew}
      label={words.askNew}
      saving={saving}
      onSubmit={save}
      onRetry={() => void saving.retry().then(finish)}
      onClose={onClose}
    >
      <Select
        label={words.where}
        options={[
          { value: '', label: '' },
          ...places.map((one) => ({ value: one.id, label: `${one.code} · ${called(one)}` })),
        ]}
        value={place}
        onChange={(id) => setPlace(id)}
      />
      <RequestFields draft={draft} onChange={setDraft} />
      {wrong === undefined ? null : <p role="alert">{wrong === 'where' ? words.chooseWhere : words.chooseWhat}</p>}
    </FormDialog>
  );
}
