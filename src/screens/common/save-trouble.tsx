import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { saveTrouble } from './troubles.ts';
import type { Saving } from './use-save.ts';
import { useWords } from './words.ts';

export type SaveTroubleProps = {
  readonly saving: Saving;
  /** Saves again what is unsure, and goes on as after the first tap. */
  readonly onRetry: () => void;
};

/** Shown in place of "On this phone" when that cannot be said. Always mounted, so that it is spoken when it appears. */
export function SaveTrouble({ saving, onRetry }: SaveTroubleProps): ReactElement {
  const errors = useWords('errors');
  const { actions } = useWords('common');
  const { standing } = saving;
  const isTrouble = standing.type === 'refused' || standing.type === 'unsure';
  return (
    <div role="alert">
      {isTrouble ? (
        <TroubleBanner
          trouble={saveTrouble(standing.failure, errors)}
          action={
            standing.type === 'unsure' ? (
              <Button look="primary" size="big" width="full" onPress={onRetry}>
                {actions.retry}
              </Button>
            ) : undefined
          }
        />
      ) : null}
    </div>
  );
}
