import type { ReactElement } from 'react';
import { keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import { hasDelivered } from '#store/queries/has-delivered.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useClient } from './client.tsx';
import { InstallHow } from './install-how.tsx';
import { useQuery } from './use-query.ts';
import { useWords } from './words.ts';

/** Under which name it is kept that somebody does not want to be asked. */
const PUT_OFF = 'install put off';

/** Offers the home screen once the app has proved useful: after the first saved delivery, below everything, until put off. */
export function InstallOffer(): ReactElement | null {
  const { phone } = useWords('common');
  const { store } = useClient();
  const delivered = useQuery(hasDelivered);
  const putOff = useQuery(draft, PUT_OFF);
  if (delivered.type === 'unknown' || !delivered.value) return null;
  if (putOff.type === 'unknown' || putOff.value !== undefined) return null;
  return (
    <Card>
      <h2>{phone.installTitle}</h2>
      <InstallHow />
      <Button look="quiet" width="full" onPress={() => void keepDraft(store, PUT_OFF, true).catch(() => undefined)}>
        {phone.updateLater}
      </Button>
    </Card>
  );
}
