import { useState, type ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { copiedRuns } from '#domain/views/copied-runs.ts';
import { formatDay } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { coverageDay } from '#store/queries/coverage-day.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { DayField } from '../../common/day-field.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { planAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';

export type CopyDialogProps = {
  readonly standing: CoverageStanding;
  readonly on: Day;
  /** A day, or the seven that begin with it. */
  readonly count: 1 | 7;
  readonly onClose: () => void;
};

/** Plans a day like another, or a week: the day before it, unless somebody says which. */
export function CopyDialog({ standing, on, count, onClose }: CopyDialogProps): ReactElement {
  const { copy } = useWords('coverage');
  const { actions } = useWords('common');
  const { language } = useSettings();
  const [from, setFrom] = useState<string>(addDays(on, -count));
  const acts = useActs();
  const plans = useCopies(standing, from as Day, on, count);
  const act = (): void => {
    if (plans === undefined || plans.length === 0) return;
    void acts.perform(planAct(copy.done(plans.length), plans), onClose);
  };
  return (
    <Dialog isOpen title={copy.title(formatDay(on, language))} closeLabel={actions.close} onClose={onClose}>
      <DayField label={copy.from} value={from} onChange={(day) => day !== '' && setFrom(day)} />
      <p>{copy.lead}</p>
      {plans === undefined ? null : plans.length === 0 ? (
        <p role="status">{copy.nothing}</p>
      ) : (
        <Button
          look="primary"
          width="full"
          once={acts.saving.tap}
          isBusy={acts.saving.standing.type === 'saving'}
          onPress={act}
        >
          {copy.copy(plans.length)}
        </Button>
      )}
      <SaveTrouble saving={acts.saving} onRetry={() => void acts.saving.retry().then((saved) => saved && onClose())} />
    </Dialog>
  );
}

function useCopies(standing: CoverageStanding, from: Day, on: Day, count: 1 | 7) {
  const days = [
    useCopiesOfDay(standing, from, on),
    useCopiesOfDay(standing, addDays(from, 1), addDays(on, 1)),
    useCopiesOfDay(standing, addDays(from, 2), addDays(on, 2)),
    useCopiesOfDay(standing, addDays(from, 3), addDays(on, 3)),
    useCopiesOfDay(standing, addDays(from, 4), addDays(on, 4)),
    useCopiesOfDay(standing, addDays(from, 5), addDays(on, 5)),
    useCopiesOfDay(standing, addDays(from, 6), addDays(on, 6)),
  ].slice(0, count);
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? known.flat() : undefined;
}

function useCopiesOfDay(standing: CoverageStanding, from: Day, on: Day) {
  const [source, target] = [useQuery(coverageDay, from), useQuery(coverageDay, on)];
  if (source.type === 'unknown' || target.type === 'unknown') return undefined;
  const [checkpoints, windows] = [standing.checkpoints, standing.windows].map(
    (rows) => new Set(rows.map(({ id }) => id)),
  );
  if (checkpoints === undefined || windows === undefined) return undefined;
  const bodies = (runs: typeof source.value.runs) => runs.map(({ body }) => body);
  return copiedRuns(bodies(source.value.runs), bodies(target.value.runs), on, { checkpoints, windows });
}
