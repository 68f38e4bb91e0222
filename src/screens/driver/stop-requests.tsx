import type { ReactElement } from 'react';
import { isRaisedOn } from '#domain/request.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { isStanding } from '#domain/views/requests.ts';
import { requests } from '#store/queries/requests.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useClient } from '../common/client.tsx';
import { askedText } from '../common/requests/asked-text.ts';
import { useAnswer } from '../common/requests/use-answer.ts';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';

export type StopRequestsProps = { readonly view: RunInFull; readonly stop: StopProgress };

/** What this place has asked for already, so that nobody asks twice, and the way to ask for something. */
export function StopRequests({ view, stop }: StopRequestsProps): ReactElement | null {
  const words = useWords('requests');
  const { identity } = useClient();
  const { language } = useSettings();
  const go = useGo();
  const { saving, answer } = useAnswer();
  const known = useQuery(requests);
  if (!view.isOwn || known.type === 'unknown') return null;
  const here = known.value.requests.filter(
    (request) => request.body.checkpoint === stop.checkpoint && isStanding(request),
  );
  return (
    <>
      <ButtonLink href={`/run/${view.id}/stop/${stop.index}/request`} onGo={go} icon="exclamation" width="full">
        {words.ask}
      </ButtonLink>
      {here.length === 0 ? null : (
        <Section heading={words.standing}>
          <List>
            {here.map((request) => (
              <ListRow
                key={request.id}
                title={askedText(request.body, words, language)}
                detail={
                  request.body.promisedBy === null ? words.statuses.open : words.promised(request.body.promisedBy)
                }
                end={
                  isRaisedOn(request.id, identity.device) && request.body.status === 'open' ? (
                    <Button
                      once={saving.tap}
                      onPress={() => void answer(request, { status: 'withdrawn', promisedBy: null })}
                    >
                      {words.takeBack}
                    </Button>
                  ) : undefined
                }
              />
            ))}
          </List>
        </Section>
      )}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </>
  );
}
