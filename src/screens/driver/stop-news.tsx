import type { ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { StateMark } from '#ui/state-mark.tsx';
import { RoadMark } from '../common/notices/road-mark.tsx';
import { useWords } from '../common/words.ts';

export type StopNewsProps = { readonly view: RunInFull; readonly stop: StopProgress };

/** What whoever is to go there must know: nothing is needed there any more and why, or the road is closed. */
export function StopNews({ view, stop }: StopNewsProps): ReactElement {
  const { stop: words } = useWords('driver');
  const reason = view.calledOffByPlace.get(stop.checkpoint);
  return (
    <>
      {reason === undefined ? null : (
        <StateMark state="needsYou" word={reason === '' ? words.calledOffUnsaid : words.calledOff(reason)} />
      )}
      <RoadMark checkpoint={stop.checkpoint} />
    </>
  );
}
