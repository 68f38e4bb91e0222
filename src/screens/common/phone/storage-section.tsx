import { useEffect, useState, type ReactElement } from 'react';
import { formatBytes } from '#i18n/format.ts';
import { persistAnswer } from '#store/queries/persist-answer.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../client.tsx';
import { InstallHow } from '../install-how.tsx';
import { useVersionStanding } from '../new-version.ts';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** Whether the browser promised to keep the records, and how much room they take. */
export function StorageSection(): ReactElement {
  const { phone } = useWords('common');
  const { language } = useSettings();
  const { store, identity } = useClient();
  const { isHeld, sets } = useVersionStanding();
  const isWhole = identity.role !== 'organiser' || sets.organiser === 'held';
  const answer = useQuery(persistAnswer);
  const used = useSpaceUsed();
  const isKept = answer.type === 'known' && answer.value?.isKept === true;
  return (
    <Section heading={phone.storage}>
      <Stack gap="small">
        <p>{answer.type === 'unknown' ? phone.storageUnknown : isKept ? phone.storageKept : phone.storageNotKept}</p>
        {used === undefined || used === null ? null : <p>{phone.storageTaken(formatBytes(used, language))}</p>}
        {isHeld ? <p>{isWhole ? phone.offlineReady : phone.organiserSetComing}</p> : null}
        <InstallHow />
        {answer.type === 'known' && !isKept ? (
          <Button width="full" onPress={() => void store.askPersist()}>
            {phone.storageAsk}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
}

/** Bytes; null where the browser does not tell, undefined while it thinks. */
function useSpaceUsed(): number | null | undefined {
  const { store } = useClient();
  const [used, setUsed] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    void store.spaceUsed().then((bytes) => {
      if (!isOver) setUsed(bytes);
    });
    return () => {
      isOver = true;
    };
  }, [store]);
  return used;
}
