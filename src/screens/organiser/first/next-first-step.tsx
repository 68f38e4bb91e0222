import type { ReactElement } from 'react';
import { ButtonLink } from '#ui/button-link.tsx';
import { useLocation } from '../../common/router.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { STEP_PLACES, useFirstSteps } from './use-first-steps.ts';

/** The way on from one of the first steps to the next: nobody has to find back to the list. Gone once there is a run. */
export function NextFirstStep(): ReactElement | null {
  const { welcome } = useWords('organiser');
  const go = useGo();
  const { pathname } = useLocation();
  const steps = useFirstSteps();
  if (steps === undefined || steps === null) return null;
  const { href, begin = href, word } = STEP_PLACES[steps.next];
  if (new URL(href, window.location.origin).pathname === pathname) return null;
  return (
    <ButtonLink icon="arrow" href={begin} onGo={go} width="full">
      {welcome.nextStep(welcome[word])}
    </ButtonLink>
  );
}
