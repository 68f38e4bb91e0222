import type { ReactElement } from 'react';
import { openTrouble } from '#screens/common/troubles.ts';
import { TroubleBanner } from '#screens/common/trouble-banner.tsx';
import { useWords } from '#screens/common/words.ts';
import type { OpenFailure } from '#store/open-database.ts';
import { Button } from '#ui/button.tsx';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';

export type StorageTroublePageProps = { readonly failure: OpenFailure; readonly onRetry: () => void };

/** The phone's memory could not be opened: no plan is shown, because none is known. */
export function StorageTroublePage({ failure, onRetry }: StorageTroublePageProps): ReactElement {
  const { appName, actions } = useWords('common');
  const errors = useWords('errors');
  return (
    <Screen header={<ScreenHeader title={appName} />}>
      <title>{appName}</title>
      <TroubleBanner
        trouble={openTrouble(failure, errors)}
        action={
          <Button look="primary" onPress={onRetry}>
            {actions.retry}
          </Button>
        }
      />
    </Screen>
  );
}
