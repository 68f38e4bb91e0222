import { useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { CellChange, CellStep, SaidAmounts } from '#domain/views/cell-history.ts';
import { formatNumber } from '#i18n/format.ts';
import { type KnownCellHistory, knownCellHistory } from '#store/queries/cell-history.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import type { CellOpen } from './cell-open.ts';
import styles from './cell-dialog.module.css';

/** Who changed what when at a cell, as far as this phone holds it; read only when somebody asks. */
export function CellHistory(props: CellOpen): ReactElement {
  const { history } = useWords('coverage');
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <Steps {...props} />
  ) : (
    <Button look="quiet" width="full" icon="clock" onPress={() => setIsOpen(true)}>
      {history.title}
    </Button>
  );
}

function Steps(props: CellOpen): ReactElement | null {
  const { row, window, on, clock } = props;
  const { history } = useWords('coverage');
  const known = useQuery(knownCellHistory, row.id, window, on);
  const textOf = useChangeText(props, known.type === 'known' ? known.value : undefined);
  if (known.type === 'unknown') return null;
  const { steps, memberNames } = known.value;
  const headOf = ({ at, by, isRefused }: CellStep): string =>
    [
      at === null ? history.noTime : clock.timeText(at),
      by === null ? '' : (memberNames.get(by) ?? ''),
      isRefused ? history.refused : '',
    ]
      .filter((text) => text !== '')
      .join(' · ');
  return (
    <Section heading={history.title}>
      {steps.length === 0 ? (
        <p>{history.empty}</p>
      ) : (
        <ol className={styles['history']}>
          {steps.map((step, index) => (
            <li key={index}>
              <span className={styles['reasons']}>{headOf(step)}</span>
              <span>{textOf(step.change)}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles['reasons']}>{history.limits}</p>
    </Section>
  );
}

function useChangeText({ naming }: CellOpen, known: KnownCellHistory | undefined): (change: CellChange) => string {
  const { history, cell, disagreement } = useWords('coverage');
  const { language } = useSettings();
  const run = (id: RowId): string => {
    const label = known?.runLabels.get(id) ?? '';
    return label === '' ? history.aRun : label;
  };
  const amounts = (said: SaidAmounts | null, nothing: string): string => {
    if (said === null) return nothing;
    const [first = 0, ...others] = said.headcounts;
    const heads = others.every((count) => count === first)
      ? cell.heads(first)
      : said.headcounts.map((count) => formatNumber(count, language)).join(', ');
    return said.perHead.length === 0 ? heads : `${heads}: ${naming.amounts(said.perHead)}`;
  };
  return (change) => {
    switch (change.type) {
      case 'standing':
      case 'day': {
        const nothing = change.type === 'day' ? history.asEveryWeek : disagreement.nothing;
        const now = history[change.type](amounts(change.now, nothing));
        return `${now} (${history.before(amounts(change.was, nothing))})`;
      }
      case 'calledOff':
        if (change.reason === null) return history.restored;
        return change.reason === '' ? cell.noReason : cell.reason(change.reason);
      case 'planned':
      case 'changed':
        return history[change.type](run(change.run), naming.amounts(change.lines));
      case 'left':
      case 'moved':
      case 'runCalledOff':
        return history[change.type](run(change.run));
      case 'driver': {
        const name = change.driver === null ? undefined : known?.memberNames.get(change.driver);
        return history.driver(run(change.run), name ?? cell.noDriverYet);
      }
      case 'record': {
        const { type, lines } = change.step;
        return type === 'withdrawn' ? history.withdrawn : history[type](naming.amounts(lines));
      }
    }
  };
}
