import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Day } from '#domain/scalars.ts';
import type { Giving, KnownSponsor } from '#store/queries/sponsors.ts';
import { DayField } from '../../common/day-field.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { NOTHING_YET, readWhatAndWhere, WhatAndWhereFields } from './what-and-where.tsx';

export type PledgeDialogProps = {
  readonly sponsor: KnownSponsor;
  readonly giving: Giving;
  readonly clock: BranchClock;
  readonly onClose: () => void;
};

/** What a sponsor promised, as an organiser heard it. */
export function PledgeDialog({ sponsor, giving, clock, onClose }: PledgeDialogProps): ReactElement {
  const words = useWords('pledges');
  const [draft, setDraft] = useState(NOTHING_YET);
  const [from, setFrom] = useState<string>(clock.today);
  const [until, setUntil] = useState<string>(clock.today);
  const [wrong, setWrong] = useState<'amount' | 'from' | 'until' | undefined>(undefined);
  const toMutation = (): Mutation | null => {
    const what = readWhatAndWhere(draft, giving);
    const isBackwards = until !== '' && until < from;
    setWrong(what === undefined ? 'amount' : from === '' ? 'from' : isBackwards ? 'until' : undefined);
    if (what === undefined || from === '' || isBackwards) return null;
    const days = { from: from as Day, until: until === '' ? null : (until as Day) };
    return { name: 'pledgeMake', args: { fields: { sponsor: sponsor.id, ...what, ...days, need: null } } };
  };
  return (
    <EditDialog title={words.addPledge} subject={sponsor.name} toMutation={toMutation} onClose={onClose}>
      <WhatAndWhereFields
        giving={giving}
        draft={draft}
        onChange={setDraft}
        amountLabel={words.amount}
        isAmountWrong={wrong === 'amount'}
      />
      <DayField
        label={words.from}
        value={from}
        onChange={setFrom}
        error={wrong === 'from' ? words.dayMissing : undefined}
      />
      <DayField
        label={words.until}
        hint={words.untilHint}
        value={until}
        onChange={setUntil}
        error={wrong === 'until' ? words.untilWrong : undefined}
      />
    </EditDialog>
  );
}
