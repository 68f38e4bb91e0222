import type { ReactElement } from 'react';
import { firstSteps } from '#domain/views/first-steps.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { type FirstStepsState, STEP_PLACES } from './use-first-steps.ts';

/** What a first run still needs, in place of an empty day; gone for good once there is one. */
export function FirstStepsScreen({ steps }: { readonly steps: FirstStepsState }): ReactElement {
  const { welcome, day } = useWords('organiser');
  const go = useGo();
  const next = STEP_PLACES[steps.next];
  return (
    <Page
      title={welcome.stepsTitle}
      action={
        <ButtonLink look="primary" icon="plus" width="full" href={next.begin ?? next.href} onGo={go}>
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
              title={welcome[STEP_PLACES[step].word]}
              tone={steps.done.has(step) ? 'past' : 'plain'}
              end={steps.done.has(step) ? welcome.stepDone : undefined}
              href={steps.done.has(step) ? STEP_PLACES[step].href : (STEP_PLACES[step].begin ?? STEP_PLACES[step].href)}
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
