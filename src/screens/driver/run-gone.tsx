import type { ReactElement } from 'react';
import { freshness } from '#store/queries/freshness.ts';
import { Banner } from '#ui/banner.tsx';
import { Frame } from '../common/frame.tsx';
import { TroubleBanner } from '../common/trouble-banner.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';

export type RunGoneProps = { readonly run: string };

/** A run that is not on this phone: it went to somebody else, or has not come yet. Never an empty run. */
export function RunGone({ run }: RunGoneProps): ReactElement {
  const words = useWords('driver');
  const errors = useWords('errors');
  const fresh = useQuery(freshness);
  return (
    <Frame title={words.runs.noLabel} back="/" key={run}>
      {fresh.type === 'known' && fresh.value.rows === 'whole' ? <Banner tone="warn" title={words.run.notHere} /> : null}
      {fresh.type === 'known' && fresh.value.rows !== 'whole' ? (
        <TroubleBanner tone="info" trouble={errors.storage.notLoadedYet} />
      ) : null}
    </Frame>
  );
}
