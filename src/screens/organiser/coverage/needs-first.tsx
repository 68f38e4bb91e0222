import type { ReactElement } from 'react';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { BoardColumn, BoardFilter } from './board.ts';
import type { BoardAddress } from './use-board-address.ts';

/** Whether somebody said of any cell of these columns that anything is needed there. */
export function isAnythingNeeded(columns: readonly BoardColumn[]): boolean {
  return columns.some(({ day, window }) =>
    [...(day.coverage().cells.get(window)?.values() ?? [])].some(({ headcount }) => headcount > 0),
  );
}

/** Nobody said what is needed, so there is nothing that could be covered, and no gap is no news: what to do first. */
export function NeedsFirst({
  standing,
  filter,
  goTo,
}: {
  readonly standing: CoverageStanding;
  readonly filter: BoardFilter;
  readonly goTo: BoardAddress['goTo'];
}): ReactElement {
  const { needsFirst } = useWords('coverage');
  const go = useGo();
  return (
    <EmptyState
      icon="bowl"
      title={standing.requirements.length === 0 ? needsFirst.title : needsFirst.titleThen}
      action={
        <Stack gap="small">
          {filter.show === 'all' ? null : (
            <Button look="primary" onPress={() => goTo({ show: 'all' })}>
              {needsFirst.showAll}
            </Button>
          )}
          <ButtonLink icon="list" href="/import" onGo={go}>
            {needsFirst.fromFile}
          </ButtonLink>
        </Stack>
      }
    >
      {needsFirst.hint}
    </EmptyState>
  );
}
