import type { ReactElement } from 'react';
import type { CoverageCell, Cover } from '#domain/views/coverage/coverage-cell.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { CellOpen } from './cell-open.ts';
import { isLive } from './use-cell-texts.ts';

/** Who brings something there, and has brought it; each leads to its run. */
export function CellCovers({
  cell,
  standing,
  naming,
  day,
}: Pick<CellOpen, 'standing' | 'naming' | 'day'> & { readonly cell: CoverageCell }): ReactElement | null {
  const words = useWords('coverage');
  const { answers, runStatus } = useWords('common');
  const go = useGo();
  const live = cell.covers.filter(isLive);
  if (live.length === 0) return null;
  const labelOf = (cover: Cover): string => day.rows.runs.find(({ id }) => id === cover.run)?.body.label ?? '';
  const standingOf = ({ delivered, status, answer }: Cover): string => {
    if (delivered !== null) return words.delivered(naming.amounts(delivered));
    if (status === 'planned') return answers[answer];
    return status === null ? '' : runStatus[status];
  };
  return (
    <Section heading={words.cell.who}>
      <List>
        {live.map((cover) => {
          const name = cover.driver === null ? undefined : standing.memberNames.get(cover.driver);
          const facts = [labelOf(cover), naming.amounts(cover.planned), standingOf(cover)];
          return (
            <ListRow
              key={`${cover.run} ${cover.stop}`}
              title={name ?? (cover.run === null ? words.cell.beside : words.cell.noDriverYet)}
              detail={(cover.stop === null ? [facts[0], facts[2]] : facts).filter((text) => text !== '').join(' · ')}
              href={cover.run === null ? undefined : `/runs/${cover.run}`}
              onGo={go}
            />
          );
        })}
      </List>
    </Section>
  );
}
