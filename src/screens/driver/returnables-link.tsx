import type { ReactElement } from 'react';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { useGo } from '../common/use-go.ts';
import { useWords } from '../common/words.ts';
import { countable } from './returnable-steppers.tsx';

export type ReturnablesLinkProps = { readonly view: RunInFull; readonly stop: StopProgress };

/** The way to the count of thermoses and crates at a stop, where a branch has any. */
export function ReturnablesLink({ view, stop }: ReturnablesLinkProps): ReactElement | null {
  const { returnables } = useWords('driver');
  const go = useGo();
  if (!view.isOwn || countable(view, []).length === 0) return null;
  return (
    <ButtonLink href={`/run/${view.id}/stop/${stop.index}/returnables`} onGo={go} look="quiet" icon="box" width="full">
      {returnables.title}
    </ButtonLink>
  );
}
