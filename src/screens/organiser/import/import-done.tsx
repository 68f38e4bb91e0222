import type { ReactElement } from 'react';
import type { ImportPlan } from '#domain/import/plan.ts';
import { Banner } from '#ui/banner.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { ImportOutcome } from './perform-import.ts';

export type ImportDoneProps = { readonly plan: ImportPlan; readonly outcome: ImportOutcome };

/** What became of it, and where to see it. */
export function ImportDone({ plan, outcome }: ImportDoneProps): ReactElement {
  const words = useWords('csv');
  const go = useGo();
  const lastDay = plan.runs
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const runCount = plan.runs.length;
  const next =
    plan.people.fresh.length + plan.freeTimes.fresh.length > 0
      ? { href: '/people', label: words.toPeople }
      : lastDay === undefined
        ? { href: '/places', label: words.toPlaces }
        : { href: `/today?on=${lastDay}`, label: words.toDay };
  const title = { finished: words.doneTitle, stopped: words.stopped, interrupted: words.interrupted }[outcome.type];
  return (
    <div role="status">
      <Banner
        tone={outcome.type === 'interrupted' || outcome.leftCount > 0 ? 'warn' : 'info'}
        icon={outcome.type === 'finished' && outcome.leftCount === 0 ? 'tick' : undefined}
        title={title}
        action={
          <ButtonLink look="primary" href={next.href} onGo={go}>
            {next.label}
          </ButtonLink>
        }
      >
        {outcome.type === 'finished' ? (
          <>
            <p>{[words.lines(plan.newLineCount), ...(runCount === 0 ? [] : [words.runs(runCount)])].join(' · ')}</p>
            <p>{words.doneLead}</p>
          </>
        ) : null}
        {outcome.leftCount === 0 ? null : <p>{words.doneLeft(outcome.leftCount)}</p>}
      </Banner>
    </div>
  );
}
