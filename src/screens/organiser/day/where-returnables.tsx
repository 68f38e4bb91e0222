import type { ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { returnables } from '#store/queries/returnables.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { COUNTED_DAYS } from '../counted-days.ts';
import { useWhereText } from '../use-where-text.ts';

/** Where the thermoses and crates are that are not home: one list. */
export function WhereReturnables({ today }: { readonly today: Day }): ReactElement | null {
  const { day } = useWords('organiser');
  const go = useGo();
  const whereText = useWhereText();
  const known = useQuery(returnables, addDays(today, -COUNTED_DAYS));
  if (known.type === 'unknown') return null;
  const out = known.value.filter(({ where }) => where !== null && whereText({ where }) !== '');
  if (out.length === 0) return null;
  return (
    <Section heading={day.returnablesTitle}>
      <List>
        {out.map((row) => (
          <ListRow key={row.id} icon="box" title={row.name} detail={whereText(row)} href="/items" onGo={go} />
        ))}
      </List>
    </Section>
  );
}
