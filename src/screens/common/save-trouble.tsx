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

/** Shown in place of "On this phone" when that cannot be said. */
export function SaveTrouble({ saving, onRetry }: SaveTroubleProps): ReactElement | null {
  const errors = useWords('errors');
  const { actions } = useWords('common');
  const { standing } = saving;
  if (standing.type !== 'refused' && standing.type !== 'unsure') return null;
  return (
    <div role="alert">
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
    </div>
  );
}
