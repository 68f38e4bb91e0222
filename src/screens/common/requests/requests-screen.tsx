import { useMemo, useState, type ReactElement } from 'react';
import { type MarkedRequest, promisers, requestBoard } from '#domain/views/requests.ts';
import { knownPlaces } from '#store/queries/known-places.ts';
import { freshness } from '#store/queries/freshness.ts';
import { type KnownRequests, requests } from '#store/queries/requests.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../client.tsx';
import { Frame } from '../frame.tsx';
import { TroubleBanner } from '../trouble-banner.tsx';
import { type BranchClock, useBranchClock } from '../use-branch-clock.ts';
import { useQuery } from '../use-query.ts';
import { useWide } from '../use-wide.ts';
import { useWords } from '../words.ts';
import { PromiseDialog } from './promise-dialog.tsx';
import { RaiseDialog } from './raise-dialog.tsx';
import { RequestCard } from './request-card.tsx';

/** So many of what is done are drawn: the latest say enough. */
const DONE_SHOWN = 20;

/** What checkpoints ask for: gaps first, then what is promised, then what is done. For organisers and those who answer. */
export function RequestsScreen(): ReactElement {
  const words = useWords('requests');
  const { identity } = useClient();
  const clock = useBranchClock();
  const known = useQuery(requests);
  const places = useQuery(knownPlaces);
  const [isAsking, setIsAsking] = useState(false);
  const isOrganiser = identity.role === 'organiser';
  const isWide = useWide();
  const action = isOrganiser ? (
    <Button look="primary" icon="plus" width="full" onPress={() => setIsAsking(true)}>
      {words.askNew}
    </Button>
  ) : undefined;
  return (
    <Frame
      title={words.title}
      back={isOrganiser ? '/today' : undefined}
      width={isOrganiser ? 'wide' : undefined}
      density={isOrganiser ? 'dense' : 'driver'}
      headerActions={isWide ? action : undefined}
      action={isWide ? undefined : action}
    >
      {known.type === 'unknown' || clock === undefined ? null : <Board known={known.value} clock={clock} />}
      {isAsking && places.type === 'known' ? (
        <RaiseDialog places={places.value} onClose={() => setIsAsking(false)} />
      ) : null}
    </Frame>
  );
}

type BoardProps = { readonly known: KnownRequests; readonly clock: BranchClock };

function Board({ known, clock }: BoardProps): ReactElement {
  const words = useWords('requests');
  const { requests: all, placesById, closed } = known;
  const { open, promised, done } = useMemo(() => requestBoard(all, closed), [all, closed]);
  const [promising, setPromising] = useState<MarkedRequest | undefined>(undefined);
  const cards = (heading: string, list: readonly MarkedRequest[], first: 'primary' | 'secondary') =>
    list.length === 0 ? null : (
      <Section heading={heading} aside={String(list.length)}>
        <Stack>
          {list.map((request, index) => (
            <RequestCard
              key={request.id}
              request={request}
              place={placesById.get(request.body.checkpoint)}
              clock={clock}
              look={index === 0 ? first : 'secondary'}
              onPromise={() => setPromising(request)}
            />
          ))}
        </Stack>
      </Section>
    );
  return (
    <>
      <p>{words.lead}</p>
      {open.length + promised.length === 0 ? <NothingAsked /> : null}
      {cards(words.openTitle, open, 'primary')}
      {cards(words.promisedTitle, promised, open.length === 0 ? 'primary' : 'secondary')}
      {cards(words.doneTitle, done.slice(0, DONE_SHOWN), 'secondary')}
      {promising === undefined ? null : (
        <PromiseDialog request={promising} earlier={promisers(all)} onClose={() => setPromising(undefined)} />
      )}
    </>
  );
}

/** Nothing is said to be missing nowhere before everything is here. */
function NothingAsked(): ReactElement | null {
  const words = useWords('requests');
  const { storage } = useWords('errors');
  const fresh = useQuery(freshness);
  if (fresh.type === 'unknown') return null;
  if (fresh.value.rows !== 'whole') return <TroubleBanner tone="info" trouble={storage.notLoadedYet} />;
  return (
    <EmptyState icon="tick" title={words.emptyTitle}>
      <p>{words.emptyHint}</p>
    </EmptyState>
  );
}
