import type { ReactElement } from 'react';
import { type FirstStep, firstSteps, firstStepsOf } from '#domain/views/first-steps.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import { branchStock } from '#store/queries/branch-stock.ts';
import { freshness } from '#store/queries/freshness.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';

const PLACES: Readonly<Record<FirstStep, { readonly href: string; readonly word: StepWord }>> = {
  items: { href: '/items', word: 'stepItems' },
  windows: { href: '/items#windows', word: 'stepWindows' },
  kitchens: { href: '/places#kitchens', word: 'stepKitchens' },
  checkpoints: { href: '/places', word: 'stepCheckpoints' },
  drivers: { href: '/people/invite', word: 'stepDrivers' },
  runs: { href: '/runs/new', word: 'stepRun' },
};
type StepWord = keyof OrganiserWords['welcome'] & `step${string}`;

export type FirstStepsState = NonNullable<ReturnType<typeof firstStepsOf>>;

/** The steps to a first run; null once there has been one, undefined while nobody can say. */
export function useFirstSteps(): FirstStepsState | null | undefined {
  const stock = useQuery(branchStock);
  const fresh = useQuery(freshness);
  if (stock.type === 'unknown' || fresh.type === 'unknown') return undefined;
  return fresh.value.rows === 'whole' ? firstStepsOf(stock.value) : null;
}

/** What a first run still needs, in place of an empty day; gone for good once there is one. */
export function FirstStepsScreen({ steps }: { readonly steps: FirstStepsState }): ReactElement {
  const { welcome, day } = useWords('organiser');
  const go = useGo();
  const next = PLACES[steps.next];
  return (
    <Page
      title={welcome.stepsTitle}
      action={
        <ButtonLink look="primary" icon="plus" width="full" href={next.href} onGo={go}>
          {welcome[next.word]}
        </ButtonLink>
      }
    >
      <Stack>
        <p>{welcome.stepsOrder}</p>
        <List>
          {firstSteps.map((step) => (
            <ListRow
              key={step}
              icon={steps.done.has(step) ? 'tick' : 'plus'}
              title={welcome[PLACES[step].word]}
              tone={steps.done.has(step) ? 'past' : 'plain'}
              end={steps.done.has(step) ? welcome.stepDone : undefined}
              href={PLACES[step].href}
              onGo={go}
            />
          ))}
        </List>
        <p>{welcome.stepImport}</p>
        <Stack direction="row">
          <ButtonLink icon="upload" href="/import" onGo={go}>
            {day.importFile}
          </ButtonLink>
        </Stack>
      </Stack>
    </Page>
  );
}
