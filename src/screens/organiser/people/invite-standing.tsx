import type { ReactElement } from 'react';
import { mutationStanding } from '#store/queries/mutation-standing.ts';
import { Banner } from '#ui/banner.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

/** Without the server's word a scan would fail, and nobody would know why. */
export function InviteStanding({ number }: { readonly number: number }): ReactElement {
  const { people: words } = useWords('organiser');
  const standing = useQuery(mutationStanding, number);
  const isReady = standing.type === 'known' && standing.value.state === 'onServer';
  return (
    <div role="status">
      <Banner
        tone="info"
        icon={isReady ? 'tick' : 'clock'}
        title={isReady ? words.inviteReady : words.inviteNotSentYet}
      />
    </div>
  );
}
