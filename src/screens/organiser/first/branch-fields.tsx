import type { ReactElement } from 'react';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { formatUtcOffset } from '#i18n/format.ts';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { OFFSETS } from './utc-offsets.ts';

export type BranchDraft = { readonly name: string; readonly utcOffsetMinutes: number };

export type BranchFieldsProps = {
  readonly draft: BranchDraft;
  readonly onChange: (draft: BranchDraft) => void;
  readonly wrong: 'name' | undefined;
};

/** What the branch is called, and its own clock. */
export function BranchFields({ draft, onChange, wrong }: BranchFieldsProps): ReactElement {
  const { welcome } = useWords('organiser');
  return (
    <>
      <TextInput
        label={welcome.branchName}
        hint={welcome.branchNameHint}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={MAX_NAME_LENGTH}
        error={wrong === 'name' ? welcome.branchNameMissing : undefined}
      />
      <Select
        label={welcome.utcOffset}
        hint={welcome.utcOffsetHint}
        options={OFFSETS.map((minutes) => ({ value: String(minutes), label: formatUtcOffset(minutes) }))}
        value={String(draft.utcOffsetMinutes)}
        onChange={(minutes) => onChange({ ...draft, utcOffsetMinutes: Number(minutes) })}
      />
    </>
  );
}
