import type { ReactElement } from 'react';
import { shortStops } from '#domain/views/short-stops.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { DayShown } from './day-shown.ts';

/** Which stops got less than was planned and why, and what runs that are over still have in the car. */
export function ShortList({ overview, naming }: DayShown): ReactElement | null {
  const { day, plan } = useWords('organiser');
  const { reasons } = useWords('common');
  const go = useGo();
  const short = shortStops(overview);
  const left = overview.runs.filter(({ leftovers }) => leftovers.length > 0);
  return (
    <>
      {short.length === 0 ? null : (
        <Section heading={day.shortTitle} aside={String(short.length)}>
          <List>
            {short.map((stop) => (
              <ListRow
                key={`${stop.run} ${stop.index}`}
                title={naming.place(stop.checkpoint)}
                detail={[
                  day.missing(naming.amounts(stop.missing)),
                  ...stop.reasons.map((why) => reasons[why]),
                  stop.label,
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
                href={`/runs/${stop.run}`}
                onGo={go}
              />
            ))}
          </List>
        </Section>
      )}
      {left.length === 0 ? null : (
        <Section heading={day.leftTitle}>
          <List>
            {left.map(({ id, run, leftovers }) => (
              <ListRow
                key={id}
                title={run.label === '' ? plan.editTitle : run.label}
                detail={naming.amounts(leftovers)}
                href={`/runs/${id}`}
                onGo={go}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
