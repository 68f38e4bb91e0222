import type { ReactElement } from 'react';
import type { FlaggedDelivery } from '#domain/views/day-overview.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { useShare } from '../use-share.tsx';
import type { DayShown } from './day-shown.ts';

/** Few enough that the runs below stay in sight. */
const SHOWN_FIRST = 3;

/** What somebody should look at, each as a sentence with what to do. */
export function Flagged({ overview, naming, clock, membersById }: DayShown): ReactElement | null {
  const { day } = useWords('organiser');
  const { flags } = useWords('errors');
  const go = useGo();
  const { shown, more } = useShare(overview.flagged, SHOWN_FIRST);
  if (overview.flagged.length === 0) return null;
  const runIds = new Set(overview.runs.map(({ id }) => id));
  const row = ({ id, body, flags: raised }: FlaggedDelivery): ReactElement => {
    const name = body.member === null ? undefined : membersById.get(body.member)?.name;
    const facts = [naming.place(body.checkpoint), day.flaggedBy(name ?? day.nobody), clock.timeText(body.recordedAt)];
    const told = raised.map((flag) => flags[flag]);
    return (
      <ListRow
        key={id}
        icon="exclamation"
        tone="needsYou"
        title={told.map(({ title }) => title).join('. ')}
        detail={`${facts.join(' · ')}. ${told.map(({ safe, next }) => `${safe} ${next}`).join(' ')}`}
        href={body.run !== null && runIds.has(body.run) ? `/runs/${body.run}` : undefined}
        onGo={go}
      />
    );
  };
  return (
    <Section heading={day.flaggedTitle} aside={day.flagged(overview.flagged.length)}>
      <List>{shown.map(row)}</List>
      {more}
    </Section>
  );
}
