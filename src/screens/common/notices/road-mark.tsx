import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { StateMark } from '#ui/state-mark.tsx';
import { useRoads } from './use-roads.ts';

/** A notice says that the road to this place is closed or bad; nothing where none does. */
export function RoadMark({ checkpoint }: { readonly checkpoint: RowId }): ReactElement | null {
  const road = useRoads()(checkpoint);
  return road === undefined ? null : <StateMark state="needsYou" word={road} />;
}
