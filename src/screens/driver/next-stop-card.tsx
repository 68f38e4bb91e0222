import { useId, type ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Stack } from '#ui/stack.tsx';
import { RecordMark } from '../common/record-mark.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useGo } from '../common/use-go.ts';
import type { Saving } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { deliveredText } from './amounts-text.ts';
import { Amounts } from './amounts.tsx';
import { StopNews } from './stop-news.tsx';
import { ReturnablesLink } from './returnables-link.tsx';
import { windowText } from './run-title.ts';
import styles from './next-stop.module.css';

export type NextStopCardProps = {
  readonly view: RunInFull;
  readonly stop: StopProgress;
  readonly look: 'primary' | 'secondary';
  readonly saving: Saving;
  /** It is on this phone, and the card says so until the next one comes. */
  readonly isSaid: boolean;
  readonly onDelivered: () => void;
  readonly onRetry: () => void;
};

/** The one card that matters: where, how much, and one tap that records it. */
export function NextStopCard(props: NextStopCardProps): ReactElement {
  const { view, stop } = props;
  const { run, stop: stopWords } = useWords('driver');
  const { of } = useWords('common');
  const called = usePlaceName();
  const headingId = useId();
  const place = view.placesById.get(stop.checkpoint);
  const isChosenYet = props.isSaid || props.saving.standing.type === 'unsure';
  return (
    <Card tone={props.look === 'primary' ? 'now' : 'plain'} labelledBy={headingId}>
      <div className={styles['place']}>
        <p className={styles['eyebrow']}>
          {`${run.nextStop} · ${of(String(stop.index + 1), String(view.stops.length))}`}
        </p>
        <h2 id={headingId} className={styles['name']}>
          {called(place) ?? stopWords.placeUnknown}
        </h2>
        {place?.landmark === undefined || place.landmark === '' ? null : <p>{place.landmark}</p>}
        <p className={styles['soft']}>
          {[place && stopWords.code(place.code), view.window && windowText(view.window)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <StopNews view={view} stop={stop} />
      <Amounts lines={stop.planned} items={view.itemsById} />
      {isChosenYet ? null : <Choices {...props} />}
      {props.isSaid ? (
        <p className={styles['said']}>
          <RecordMark standings={[{ state: 'onPhone' }]} />
        </p>
      ) : null}
      <SaveTrouble saving={props.saving} onRetry={props.onRetry} />
    </Card>
  );
}

function Choices({ view, stop, look, saving, onDelivered }: NextStopCardProps): ReactElement {
  const words = useWords('driver');
  const { run } = words;
  const { language } = useSettings();
  const go = useGo();
  const href = `/run/${view.id}/stop/${stop.index}`;
  return (
    <Stack gap="small">
      <Button look={look} size="big" width="full" icon="tick" once={saving.tap} onPress={onDelivered}>
        {deliveredText(stop.planned, view.itemsById, words, language)}
      </Button>
      <div className={styles['pair']}>
        <ButtonLink href={href} onGo={go} width="full">
          {run.otherAmount}
        </ButtonLink>
        <ButtonLink href={`${href}#problem`} onGo={go} width="full">
          {run.problem}
        </ButtonLink>
      </div>
      <ReturnablesLink view={view} stop={stop} />
    </Stack>
  );
}
