import { useCallback, useEffect, useState } from 'react';
import type { SponsorFailure, SponsorLink, SponsorPage } from '#sync/sponsor-link.ts';

/** A shown page asks for news this often; a hidden one does not ask. */
const NEWS_EVERY_MS = 30_000;

/**
 *   opening --answer--> fresh <--answer/no answer--> stale (the last page, and its date)
 *      |                  |                            |
 *      |--no answer, nothing kept--> unreachable       |
 *      `------------ the server knows no such link ----`--> closed
 */
export type SponsorStanding =
  | { readonly type: 'opening' | 'unreachable' | 'closed' }
  | { readonly type: 'fresh' | 'stale'; readonly page: SponsorPage };

export type OfferOutcome = 'offered' | 'failed';

/** The page of a link: the kept one at once, then the newest, again and again while somebody looks. */
export function useSponsorPage(link: SponsorLink): {
  readonly standing: SponsorStanding;
  readonly offer: (need: string, count: number) => Promise<OfferOutcome>;
} {
  const [standing, setStanding] = useState<SponsorStanding>(() => {
    const page = link.kept();
    return page === undefined ? { type: 'opening' } : { type: 'stale', page };
  });
  const take = useCallback((answer: Awaited<ReturnType<SponsorLink['ask']>>): void => {
    setStanding((before) => (answer.ok ? { type: 'fresh', page: answer.value } : afterFailure(before, answer.error)));
  }, []);
  useEffect(() => whileShown(async () => take(await link.ask())), [link, take]);
  const offer = async (need: string, count: number): Promise<OfferOutcome> => {
    const answer = await link.offer(need, count);
    take(answer);
    return answer.ok ? 'offered' : 'failed';
  };
  return { standing, offer };
}

function afterFailure(before: SponsorStanding, failure: SponsorFailure): SponsorStanding {
  if (failure === 'closed') return { type: 'closed' };
  return 'page' in before ? { type: 'stale', page: before.page } : { type: 'unreachable' };
}

/**
 * Asks now, whenever the page is shown or comes online, and regularly between; gives what ends it. What is wanted while an
 * answer is on its way may be newer than that answer, and is asked for after it.
 */
function whileShown(ask: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: 'no' | 'yes' | 'and once more' = 'no';
  let isOver = false;
  const again = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    if (asking !== 'no') {
      asking = 'and once more';
      return;
    }
    asking = 'yes';
    void ask().finally(() => {
      const waitMs = asking === 'and once more' ? 0 : NEWS_EVERY_MS;
      asking = 'no';
      if (!isOver) timer = setTimeout(again, waitMs);
    });
  };
  again();
  document.addEventListener('visibilitychange', again);
  window.addEventListener('online', again);
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', again);
    window.removeEventListener('online', again);
  };
}
