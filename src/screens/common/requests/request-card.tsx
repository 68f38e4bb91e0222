import { useId, type ReactElement } from 'react';
import type { RequestAnswer } from '#domain/request.ts';
import type { MarkedRequest } from '#domain/views/requests.ts';
import type { AskingPlace } from '#store/queries/requests.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Stack } from '#ui/stack.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import { mapLink } from '#domain/views/map-links.ts';
import { useClient } from '../client.tsx';
import { SaveTrouble } from '../save-trouble.tsx';
import { useSettings } from '../settings.tsx';
import { telLink, unbroken } from '../tel-link.ts';
import type { BranchClock } from '../use-branch-clock.ts';
import { useWords } from '../words.ts';
import { usePlaceName } from '../use-place-name.ts';
import { askedText } from './asked-text.ts';
import { requestIcons } from './request-fields.tsx';
import styles from './requests.module.css';
import { useAnswer } from './use-answer.ts';

export type RequestCardProps = {
  readonly request: MarkedRequest;
  readonly place: AskingPlace | undefined;
  readonly clock: BranchClock;
  /** Of the button that promises it: amber only for the oldest. */
  readonly look: 'primary' | 'secondary';
  readonly onPromise: () => void;
};

/** What is asked for, where, since when; and one tap for what becomes of it. */
export function RequestCard({ request, place, clock, look, onPromise }: RequestCardProps): ReactElement {
  const words = useWords('requests');
  const { language } = useSettings();
  const called = usePlaceName();
  const headingId = useId();
  const { body, marks } = request;
  const isStanding = body.status === 'open' || body.status === 'promised';
  return (
    <Card tone={body.status === 'open' ? 'needsYou' : 'plain'} labelledBy={headingId}>
      <Stack gap="small">
        <h3 id={headingId} className={styles['what']}>
          <Icon name={requestIcons[body.what]} size={1.3} />
          <span>{askedText(body, words, language)}</span>
        </h3>
        <p>
          <strong>{place === undefined ? words.placeUnknown : `${place.code}\u00a0· ${called(place)}`}</strong>
          <span className={styles['line']}>
            {[words.raised(clock.timeText(body.raisedAt)), body.note].filter((text) => text !== '').join(' · ')}
          </span>
          {body.promisedBy === null ? null : (
            <span className={styles['line']}>
              {isStanding ? words.promised(body.promisedBy) : words.done(body.promisedBy)}
            </span>
          )}
        </p>
        {marks.map((mark) => (
          <StateMark key={mark} state="needsYou" word={words[mark]} />
        ))}
        {isStanding ? <Reach place={place} /> : null}
        <Acts request={request} look={look} onPromise={onPromise} />
      </Stack>
    </Card>
  );
}

/** Call the place, find the way: neither needs our server. */
function Reach({ place }: { readonly place: AskingPlace | undefined }): ReactElement | null {
  const words = useWords('requests');
  const { actions } = useWords('common');
  const [phone, position] = [place?.phone ?? null, place?.position ?? null];
  if (phone === null && position === null) return null;
  return (
    <Stack direction="row" gap="small">
      {phone === null ? null : (
        <ButtonLink href={telLink(phone)} icon="call">
          {`${actions.call} ${unbroken(phone)}`}
        </ButtonLink>
      )}
      {position === null ? null : (
        <ButtonLink href={mapLink('other', position)} icon="pin">
          {words.wayThere}
        </ButtonLink>
      )}
    </Stack>
  );
}

function Acts({ request, look, onPromise }: Pick<RequestCardProps, 'request' | 'look' | 'onPromise'>): ReactElement {
  const words = useWords('requests');
  const { identity } = useClient();
  const { saving, answer } = useAnswer();
  const { status, promisedBy } = request.body;
  const move = (now: RequestAnswer): void => void answer(request, now);
  return (
    <>
      <Stack direction="row" gap="small">
        {status === 'open' ? (
          <Button look={look} icon="hand" onPress={onPromise}>
            {words.promise}
          </Button>
        ) : null}
        {status === 'done' ? null : (
          <Button
            look={status === 'promised' ? look : 'secondary'}
            icon="tick"
            once={saving.tap}
            onPress={() => move({ status: 'done', promisedBy })}
          >
            {words.markDone}
          </Button>
        )}
        {status === 'open' ? null : (
          <Button once={saving.tap} onPress={() => move({ status: 'open', promisedBy: null })}>
            {words.reopen}
          </Button>
        )}
        {status === 'done' || identity.role !== 'organiser' ? null : (
          <Button look="quiet" once={saving.tap} onPress={() => move({ status: 'withdrawn', promisedBy: null })}>
            {words.withdraw}
          </Button>
        )}
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </>
  );
}
