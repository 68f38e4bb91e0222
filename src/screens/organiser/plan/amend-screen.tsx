import { useState, type ReactElement } from 'react';
import { isSame } from '#lib/same.ts';
import { type RunRecord, runRecord } from '#store/queries/run-record.ts';
import { Button } from '#ui/button.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useParams } from '../../common/router.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { amendAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { Page } from '../page.tsx';
import type { PlanChoices } from './plan-choices.ts';
import { draftOfRun, type PlanProblem, planToMutation } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { usePlanChoices } from './plan-screen.tsx';

/** Changes the plan of a run that is there: who, when, what, and the stops in their order. */
export function AmendScreen(): ReactElement {
  const { id = '' } = useParams();
  const { amend } = useWords('coverage');
  const choices = usePlanChoices();
  const answer = useQuery(runRecord, id);
  if (choices === undefined || answer.type === 'unknown' || answer.value === null) {
    return (
      <Page title={amend.title} back={`/runs/${id}`}>
        {null}
      </Page>
    );
  }
  return <Amending key={id} record={answer.value} choices={choices} />;
}

type AmendingProps = { readonly record: RunRecord; readonly choices: PlanChoices };

function Amending({ record, choices }: AmendingProps): ReactElement {
  const { amend } = useWords('coverage');
  const { actions } = useWords('common');
  const { language } = useSettings();
  const go = useGo();
  const acts = useActs();
  // What somebody looks at while they change it is what they changed: not what came meanwhile.
  const [before] = useState(record.run);
  const [draft, setDraft] = useState(() => draftOfRun(record.run, language));
  const [problem, setProblem] = useState<PlanProblem | undefined>(undefined);
  const back = `/runs/${record.id}`;
  const save = (): void => {
    const planned = planToMutation(draft);
    setProblem(planned.ok ? undefined : planned.error);
    if (!planned.ok) return;
    const { on: _on, ...plan } = planned.value.args;
    const { label, window, kitchen, driver, stops } = before;
    if (isSame(plan, { label, window, kitchen, driver, stops })) {
      go(back);
      return;
    }
    void acts.perform(amendAct(amend.saved, record.id, before, plan), () => go(back));
  };
  const isBusy = acts.saving.standing.type === 'saving';
  return (
    <Page
      title={amend.title}
      back={back}
      action={
        <Button look="primary" width="full" isBusy={isBusy} onPress={save}>
          {isBusy ? actions.saving : actions.save}
        </Button>
      }
    >
      <PlanForm
        day="fixed"
        draft={draft}
        onChange={(next) => {
          setDraft(next);
          setProblem(undefined);
        }}
        choices={choices}
        problem={problem}
      />
      <SaveTrouble saving={acts.saving} onRetry={() => void acts.saving.retry().then((saved) => saved && go(back))} />
    </Page>
  );
}
