import type { ReactElement } from 'react';
import { countedSoFar } from '#domain/views/recount.ts';
import { deliveredLines, type StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { RecordMark } from '../common/record-mark.tsx';
import { useSettings } from '../common/settings.tsx';
import { useGo } from '../common/use-go.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { amountsText } from './amounts-text.ts';
import { StopNews } from './stop-news.tsx';
import { countAt } from './count-at.ts';
import { returnablesAsItems } from './returnable-steppers.tsx';
import styles from './stop-list.module.css';

export type StopListProps = { readonly view: RunInFull };

/** All stops of the run in their order, each with what is known of it. */
export function StopList({ view }: StopListProps): ReactElement {
  const { run, stop: stopWords } = useWords('driver');
  const { of } = useWords('common');
  const called = usePlaceName();
  const go = useGo();
  const done = view.stops.filter(({ state }) => state !== 'open').length;
  return (
    <Section heading={run.allStops} aside={of(String(done), String(view.stops.length))}>
      <List>
        {view.stops.map((stop) => (
          <ListRow
            key={stop.index}
            title={`${stop.index + 1}. ${called(view.placesById.get(stop.checkpoint)) ?? stopWords.placeUnknown}`}
            detail={<StopDetail view={view} stop={stop} />}
            href={`/run/${view.id}/stop/${stop.index}`}
            onGo={go}
            tone={stop.state === 'open' ? 'plain' : 'past'}
          />
        ))}
      </List>
    </Section>
  );
}

/** "Left here: Thermos 2". */
function useCounted(view: RunInFull, stop: StopProgress): readonly string[] {
  const { returnables } = useWords('driver');
  const { language } = useSettings();
  const items = returnablesAsItems(view);
  const textOf = (step: 'left' | 'taken') =>
    amountsText(countedSoFar(view.counts, countAt(view, step, stop)), items, language);
  const [left, taken] = [textOf('left'), textOf('taken')];
  return [left === '' ? '' : returnables.leftHere(left), taken === '' ? '' : returnables.takenAlong(taken)].filter(
    (text) => text !== '',
  );
}

function StopDetail({ view, stop }: { readonly view: RunInFull; readonly stop: StopProgress }): ReactElement {
  const { run, saved } = useWords('driver');
  const { reasons, recordedHow } = useWords('common');
  const { language } = useSettings();
  const planned = amountsText(stop.planned, view.itemsById, language);
  const counted = useCounted(view, stop);
  if (stop.state === 'open') {
    return (
      <span className={styles['delivered']}>
        <span>{[run.stopOpen, planned, ...counted].join(' · ')}</span>
        <StopNews view={view} stop={stop} />
      </span>
    );
  }
  const lines = deliveredLines(stop.records);
  const delivered = lines.length === 0 ? saved.nothing : amountsText(lines, view.itemsById, language);
  const why = stop.records.flatMap(({ reason }) => (reason === null ? [] : [reasons[reason]]));
  const remembered = stop.records.flatMap(({ how }) => (how === 'atStop' ? [] : [recordedHow[how]]));
  const standings = stop.records.flatMap(({ rows }) => rows.flatMap((id) => view.standingsById.get(id) ?? []));
  return (
    <span className={styles['delivered']}>
      <span>
        {[
          stop.state === 'asPlanned' ? run.stopDone : run.stopProblem,
          delivered,
          ...why,
          ...new Set(remembered),
          ...counted,
        ].join(' · ')}
      </span>
      <RecordMark standings={standings} />
    </span>
  );
}
