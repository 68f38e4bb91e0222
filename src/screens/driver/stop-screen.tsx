import { useState, type ReactElement } from 'react';
import { useParams } from '../common/router.tsx';
import type { RowId } from '#domain/scalars.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { draft } from '#store/queries/draft.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { Frame } from '../common/frame.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { ReturnablesLink } from './returnables-link.tsx';
import { RunGone } from './run-gone.tsx';
import { StopFormPage, type StopFormPageProps } from './stop-form-page.tsx';
import { StopPlace } from './stop-place.tsx';
import { StopRequests } from './stop-requests.tsx';
import { StopRecords } from './stop-records.tsx';
import { stopDraft } from './stop-draft.ts';

/** One stop: the way there, the call, and what was handed over when it was not simply as planned. */
export function StopScreen(): ReactElement {
  const { id = '', index = '' } = useParams();
  const { runs } = useWords('driver');
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown') return <Frame title={runs.noLabel} back={`/run/${id}`} children="" />;
  const stop = answer.value?.stops[Number(index)];
  if (answer.value === null || stop === undefined) return <RunGone run={id} />;
  return <Stop key={stop.index} view={answer.value} stop={stop} />;
}

/** A stop with a record shows it first; correcting it opens the same form. */
function Stop({ view, stop }: { readonly view: RunInFull; readonly stop: StopProgress }): ReactElement {
  const title = useTitle(view, stop);
  const [corrected, setCorrected] = useState<RowId | undefined>(undefined);
  const record = stop.records.find(({ delivery }) => delivery === corrected);
  // The form stays while it saves: the record that it makes must not pull it away from under "on this phone".
  const [isNew] = useState(stop.state === 'open');
  if (isNew || record !== undefined) return <StopForm key={corrected} view={view} stop={stop} corrected={record} />;
  return (
    <Frame title={title} back={`/run/${view.id}`}>
      <StopPlace view={view} stop={stop} />
      <StopRecords view={view} stop={stop} onCorrect={setCorrected} />
      <ReturnablesLink view={view} stop={stop} />
      <StopRequests view={view} stop={stop} />
    </Frame>
  );
}

type StopFormProps = Pick<StopFormPageProps, 'view' | 'stop' | 'corrected'>;

/** The form, once it is known whether it was begun before. */
function StopForm({ view, stop, corrected }: StopFormProps): ReactElement {
  const title = useTitle(view, stop);
  const begun = useQuery(draft, stopDraft(view.id, stop.index, corrected?.delivery));
  // What is kept while the form is filled in comes from the form itself.
  return begun.type === 'unknown' ? (
    <Frame title={title} back={`/run/${view.id}`} children="" />
  ) : (
    <StopFormPage view={view} stop={stop} corrected={corrected} begun={begun.value} />
  );
}

function useTitle(view: RunInFull, stop: StopProgress): string {
  const { stop: words } = useWords('driver');
  const called = usePlaceName();
  return called(view.placesById.get(stop.checkpoint)) ?? words.placeUnknown;
}
