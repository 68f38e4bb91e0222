import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Day } from '#domain/scalars.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { DayField } from '../../common/day-field.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { NOTHING_YET, readWhatAndWhere, WhatAndWhereFields } from './what-and-where.tsx';

export type NeedDialogProps = { readonly giving: Giving; readonly clock: BranchClock; readonly onClose: () => void };

/** Shows sponsors a need. */
export function NeedDialog({ giving, clock, onClose }: NeedDialogProps): ReactElement {
  const words = useWords('pledges');
  const [draft, setDraft] = useState(NOTHING_YET);
  const [on, setOn] = useState<string>(clock.today);
  const [wrong, setWrong] = useState<'amount' | 'day' | undefined>(undefined);
  const toMutation = (): Mutation | null => {
    const what = readWhatAndWhere(draft, giving);
    setWrong(what === undefined ? 'amount' : on === '' ? 'day' : undefined);
    if (what === undefined || on === '') return null;
    return { name: 'needRelease', args: { fields: { ...what, on: on as Day } } };
  };
  return (
    <EditDialog title={words.addNeed} subject={words.addNeed} toMutation={toMutation} onClose={onClose}>
      <WhatAndWhereFields
        giving={giving}
        draft={draft}
        onChange={setDraft}
        amountLabel={words.needAmount}
        isAmountWrong={wrong === 'amount'}
      />
      <DayField label={words.on} value={on} onChange={setOn} error={wrong === 'day' ? words.dayMissing : undefined} />
    </EditDialog>
  );
}
