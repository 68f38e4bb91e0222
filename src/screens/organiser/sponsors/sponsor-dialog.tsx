import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { languageNames, languages } from '#i18n/language.ts';
import type { KnownSponsor } from '#store/queries/sponsors.ts';
import { Chips } from '#ui/chips.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type SponsorDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownSponsor | undefined;
  readonly onClose: () => void;
};

/** What a sponsor is called, and in which language they read. No person, no number: the organisation is the giver. */
export function SponsorDialog({ row, onClose }: SponsorDialogProps): ReactElement {
  const words = useWords('pledges');
  const settings = useSettings();
  const [name, setName] = useState(row?.name ?? '');
  const [language, setLanguage] = useState(row?.language ?? settings.language);
  const [isMissing, setIsMissing] = useState(false);
  const toMutation = (): Mutation | null => {
    const fields = { name: name.trim(), language };
    setIsMissing(fields.name === '');
    if (fields.name === '') return null;
    return row === undefined
      ? { name: 'sponsorCreate', args: { fields } }
      : { name: 'sponsorAmend', args: { id: row.id, fields } };
  };
  return (
    <EditDialog
      title={row === undefined ? words.add : row.name}
      subject={name.trim()}
      saveLabel={row?.status === 'closed' ? words.reopen : undefined}
      toMutation={toMutation}
      onClose={onClose}
      other={
        row?.status === 'open'
          ? { label: words.close, hint: words.closeLead, mutation: { name: 'sponsorClose', args: { id: row.id } } }
          : undefined
      }
    >
      <TextInput
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={isMissing ? words.nameMissing : undefined}
      />
      <Chips
        label={words.language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={setLanguage}
      />
    </EditDialog>
  );
}
