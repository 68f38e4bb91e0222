import { useState, type ReactElement } from 'react';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { languageNames, languages } from '#i18n/language.ts';
import type { KnownSponsor } from '#store/queries/sponsors.ts';
import { Chips } from '#ui/chips.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { ThingDialog } from '../thing-dialog.tsx';

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
  const toFields = () => {
    const fields = { name: name.trim(), language };
    setIsMissing(fields.name === '');
    return fields.name === '' ? null : fields;
  };
  return (
    <ThingDialog
      kind="sponsor"
      row={row}
      words={words}
      title={row === undefined ? words.add : row.name}
      subject={name.trim()}
      toFields={toFields}
      onClose={onClose}
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
    </ThingDialog>
  );
}
