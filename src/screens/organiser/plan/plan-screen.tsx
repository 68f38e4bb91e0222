import { useState, type ReactElement } from 'react';
import { useSearchParams } from '../../common/router.tsx';
import { readPlanEntry } from '#domain/plan-entry.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { dropDraft, keepDraft } from '#store/drafts.ts';
import { draft as draftOf } from '#store/queries/draft.ts';
import { items } from '#store/queries/items.ts';
import { people } from '#store/queries/people.ts';
import { checkpoints } from '#store/queries/checkpoints.ts';
import { kitchens } from '#store/queries/kitchens.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { runRecord } from '#store/queries/run-record.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { offerUndo, say } from '../../common/after-act.tsx';
import { useClient } from '../../common/client.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { useNaming } from '../use-naming.ts';
import type { PlanChoices } from './plan-choices.ts';
import {
  emptyPlan,
  type LikelyPlan,
  planOfRun,
  type PlanDraft,
  type PlanProblem,
  planToMutation,
} from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { Page } from '../page.tsx';

/** Makes a run: from nothing, or from another run. */
export function PlanScreen(): ReactElement | null {
  const [search] = useSearchParams();
  const clock = useBranchClock();
  const { language } = useSettings();
  const copied = useQuery(runRecord, search.get('copy') ?? '');
  const choices = usePlanChoices();
  const screen = `plan ${search.toString()}`;
  const begun = useQuery(draftOf, screen);
  const { plan } = useWords('organiser');
  if (clock === undefined || copied.type === 'unknown' || begun.type === 'unknown' || choices === undefined) {
    return <Page title={plan.title}>{null}</Page>;
  }
  const on = (search.get('on') ?? '') === '' ? clock.today : (search.get('on') as Day);
  const fresh =
    copied.value === null ? emptyPlan(on, likely(choices, on, clock)) : planOfRun(copied.value.run, on, language);
  // What is kept while the form is filled in comes from the form itself.
  return <Planning key={screen} screen={screen} begun={readPlanEntry(begun.value)} fresh={fresh} choices={choices} />;
}

/** Today the window that is open or comes next; on any other day nobody knows. */
function likely(
  { windows, kitchens: known, people: { members } }: PlanChoices,
  on: Day,
  { today, minuteOfDay }: BranchClock,
): LikelyPlan {
  const next = on === today ? windows.find(({ body }) => body.endMinute > minuteOfDay) : undefined;
  const drivers = members.filter(({ role, status }) => role === 'driver' && status === 'active');
  return { window: next?.id ?? null, kitchen: only(known), driver: only(drivers) };
}

function only([first, other]: readonly { readonly id: RowId }[]): RowId | null {
  return first === undefined || other !== undefined ? null : first.id;
}

/** Undefined until everything that can be chosen is known. */
export function usePlanChoices(): PlanChoices | undefined {
  const naming = useNaming();
  const [allItems, allPlaces, allKitchens, allWindows, known] = [
    useQuery(items),
    useQuery(checkpoints),
    useQuery(kitchens),
    useQuery(mealWindows),
    useQuery(people),
  ];
  if (naming === undefined || allItems.type === 'unknown' || allPlaces.type === 'unknown') return undefined;
  if (allKitchens.type === 'unknown' || allWindows.type === 'unknown' || known.type === 'unknown') return undefined;
  const isOpen = ({ status }: { readonly status: string }): boolean => status === 'open';
  return {
    naming,
    people: known.value,
    items: allItems.value.filter(isOpen),
    checkpoints: allPlaces.value.filter(isOpen),
    kitchens: allKitchens.value.filter(isOpen),
    windows: allWindows.value.filter(({ body }) => isOpen(body)),
  };
}

type PlanningProps = {
  /** Under which name the draft is kept. */ readonly screen: string;
  /** What was entered here before and not saved. */
  readonly begun: PlanDraft | undefined;
  readonly fresh: PlanDraft;
  readonly choices: PlanChoices;
};

function Planning({ screen, begun, fresh, choices }: PlanningProps): ReactElement {
  const { plan } = useWords('organiser');
  const { actions } = useWords('common');
  const go = useGo();
  const { store } = useClient();
  const saving = useSave();
  const [draft, setDraft] = useState(begun ?? fresh);
  const [isBegun, setBegun] = useState(begun !== undefined);
  const [problem, setProblem] = useState<PlanProblem | undefined>(undefined);
  const finish = (saved: readonly unknown[] | null): void => {
    if (saved === null) return;
    void dropDraft(store, screen).catch(() => undefined);
    say(plan.planned(draft.label.trim() === '' ? plan.editTitle : draft.label.trim()));
    go(`/today?on=${draft.on}`);
  };
  const save = (): void => {
    const mutation = planToMutation(draft);
    setProblem(mutation.ok ? undefined : mutation.error);
    if (mutation.ok) void saving.save(mutation.value).then(finish);
  };
  const change = (next: PlanDraft): void => {
    setDraft(next);
    setProblem(undefined);
    // A draft is a comfort: what did not come to be kept is still on the screen.
    keepDraft(store, screen, next).catch(() => undefined);
  };
  const beginAnew = (): void => {
    setDraft(fresh);
    setProblem(undefined);
    setBegun(false);
    void dropDraft(store, screen).catch(() => undefined);
    const bringBack = (): void => {
      change(draft);
      setBegun(true);
      say(plan.begun);
    };
    offerUndo({ id: screen, message: plan.begunAnew, undo: bringBack });
  };
  const isBusy = saving.standing.type === 'saving';
  return (
    <Page
      title={plan.title}
      back={`/today?on=${fresh.on}`}
      action={
        <Button look="primary" width="full" isBusy={isBusy} onPress={save}>
          {isBusy ? actions.saving : plan.save}
        </Button>
      }
    >
      {isBegun ? <Begun onBeginAnew={beginAnew} /> : null}
      <PlanForm draft={draft} onChange={change} choices={choices} problem={problem} />
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
    </Page>
  );
}

/** Whoever comes back finds what they had begun; one tap leaves it. */
function Begun({ onBeginAnew }: { readonly onBeginAnew: () => void }): ReactElement {
  const { plan } = useWords('organiser');
  return (
    <Banner tone="info" title={plan.begun}>
      <Button size="dense" onPress={onBeginAnew}>
        {plan.beginAnew}
      </Button>
    </Banner>
  );
}
