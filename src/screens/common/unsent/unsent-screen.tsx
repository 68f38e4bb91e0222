import type { ReactElement } from 'react';
import { unreachable } from '#lib/assert.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { names } from '#store/queries/names.ts';
import { waitingPictures } from '#store/queries/picture-standings.ts';
import { type UnsentSubject, unsentSubjects } from '#store/queries/unsent-subjects.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient, useSyncState } from '../client.tsx';
import { Frame } from '../frame.tsx';
import { WaitingPhotos } from '../photos/waiting-photos.tsx';
import { TroubleBanner } from '../trouble-banner.tsx';
import { needsPerson, syncTrouble } from '../troubles.ts';
import { useBranchClock } from '../use-branch-clock.ts';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { FormerRecords } from './former-records.tsx';
import { SaveAsFile } from './save-as-file.tsx';
import { TellByPhone } from './tell-by-phone.tsx';
import { UnsentRow } from './unsent-row.tsx';
import { UnsentTroubleCard } from './unsent-trouble-card.tsx';

/** Everything that is not on the server yet, where it is, and what needs somebody. */
export function UnsentScreen(): ReactElement {
  const { unsent } = useWords('common');
  const { language } = useSettings();
  const answer = useQuery(unsentSubjects, language);
  return <Frame title={unsent.title}>{answer.type === 'known' ? <Records records={answer.value} /> : null}</Frame>;
}

type Group = 'needsYou' | 'deferred' | 'waiting';

function Records({ records }: { readonly records: readonly UnsentSubject[] }): ReactElement {
  const { unsent } = useWords('common');
  const of = (group: Group): readonly UnsentSubject[] => records.filter((record) => groupOf(record) === group);
  const [needsYou, deferred, waiting] = [of('needsYou'), of('deferred'), of('waiting')];
  const formers = useQuery(formerHolders);
  const pictures = useQuery(waitingPictures);
  const photos = pictures.type === 'known' ? pictures.value : [];
  const isFormerWaiting = formers.type === 'known' && formers.value.some(({ unsent: count }) => count > 0);
  return (
    <>
      <SyncNow hasRecords={waiting.length > 0} />
      {records.length === 0 && !isFormerWaiting && pictures.type === 'known' && photos.length === 0 ? (
        <EmptyState icon="tick" title={unsent.emptyTitle}>
          <p>{unsent.emptyHint}</p>
        </EmptyState>
      ) : null}
      {needsYou.length === 0 ? null : (
        <Section heading={unsent.rejectedHeading}>
          <Stack>
            {needsYou.map((record) => (
              <UnsentTroubleCard key={record.number} record={record} />
            ))}
          </Stack>
        </Section>
      )}
      {waiting.length === 0 ? null : (
        <Section heading={unsent.waitingHeading}>
          <Stack>
            <p>{unsent.lead}</p>
            <Waiting records={waiting} />
            <SaveAsFile />
          </Stack>
        </Section>
      )}
      {deferred.length === 0 ? null : (
        <Section heading={unsent.deferredHeading}>
          <Stack>
            {deferred.map((record) => (
              <UnsentTroubleCard key={record.number} record={record} />
            ))}
          </Stack>
        </Section>
      )}
      {photos.length === 0 ? null : <WaitingPhotos pictures={photos} />}
      <FormerRecords />
    </>
  );
}

function Waiting({ records }: { readonly records: readonly UnsentSubject[] }): ReactElement {
  const known = useQuery(names);
  const itemsById = known.type === 'known' ? known.value.itemsById : undefined;
  const now = useBranchClock()?.now;
  return (
    <>
      <List>
        {records.map((record) => (
          <UnsentRow key={record.number} record={record} itemsById={itemsById} now={now} />
        ))}
      </List>
      {known.type === 'known' ? <TellByPhone records={records} names={known.value} /> : null}
    </>
  );
}

function groupOf({ state }: UnsentSubject): Group {
  switch (state) {
    case 'rejected':
    case 'quarantined':
      return 'needsYou';
    case 'deferred':
    case 'erased':
      return 'deferred';
    case 'onPhone':
    case 'checking':
    case 'onServer':
      return 'waiting';
    default:
      return unreachable(state);
  }
}

/** One try more, and why the last one did not come through. */
function SyncNow({ hasRecords }: { readonly hasRecords: boolean }): ReactElement {
  const { unsent } = useWords('common');
  const errors = useWords('errors');
  const { sync } = useClient();
  const { type, trouble } = useSyncState();
  const isSyncing = type === 'syncing';
  return (
    <Stack gap="small">
      <Button
        look={hasRecords ? 'primary' : 'secondary'}
        size="big"
        width="full"
        icon="upload"
        isBusy={isSyncing}
        onPress={sync.syncNow}
      >
        {isSyncing ? unsent.sending : unsent.sendNow}
      </Button>
      <div role="status">
        {trouble === null || needsPerson(trouble) || isSyncing ? null : (
          <TroubleBanner tone="info" trouble={syncTrouble(trouble, errors)} />
        )}
      </div>
    </Stack>
  );
}
