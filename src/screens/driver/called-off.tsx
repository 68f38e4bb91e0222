import type { ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { StateMark } from '#ui/state-mark.tsx';
import { useWords } from '../common/words.ts';

export type CalledOffProps = { readonly view: RunInFull; readonly stop: StopProgress };

/** Nothing is needed at a place any more, and why: whoever is to go there learns of it with the next connection. */
export function CalledOff({ view, stop }: CalledOffProps): ReactElement | null {
  const { stop: words } = useWords('driver');
  const reason = view.calledOffByPlace.get(stop.checkpoint);
  if (reason === undefined) return null;
  return <StateMark state="needsYou" word={reason === '' ? words.calledOffUnsaid : words.calledOff(reason)} />;
}
