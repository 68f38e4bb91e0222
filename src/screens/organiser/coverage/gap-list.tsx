import type { ReactElement } from 'react';
import { missingLines } from '#domain/views/coverage/shortfalls.ts';
import { formatDay, formatWindow } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { classes } from '#ui/classes.ts';
import { FillMark } from '#ui/fill-mark.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useRoads } from '../../common/notices/use-roads.ts';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import { type BoardColumn, type BoardFilter, type BoardRow, cellShown, isGap } from './board.ts';
import { FILLS } from './board-cell.tsx';
import { useCellTexts } from './use-cell-texts.ts';
import styles from './coverage.module.css';

export type GapListProps = {
  readonly standing: CoverageStanding;
  readonly naming: Naming;
  readonly rows: readonly BoardRow[];
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly onOpen: (row: BoardRow, column: BoardColumn, typed: string) => void;
};

const PRIORITY_ORDER = ['first', 'usual', 'last'];

/** The same cells by time, one below the other, for a phone: what matters most first. */
export function GapList(props: GapListProps): ReactElement {
  const { columns, rows, filter } = props;
  const parts = columns
    .map((column) => ({ column, lines: linesOf(rows, column, filter) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div className={styles['gapList']}>
      {parts.map(({ column, lines }) => (
        <GapWindow key={`${column.on} ${column.window}`} {...props} column={column} lines={lines} />
      ))}
    </div>
  );
}

type Line = { readonly row: BoardRow; readonly shown: ReturnType<typeof cellShown> };

function linesOf(rows: readonly BoardRow[], column: BoardColumn, filter: BoardFilter): readonly Line[] {
  const rank = ({ shown }: Line) =>
    (isGap(shown.state) ? 0 : 10) +
    PRIORITY_ORDER.indexOf(shown.cell?.priority ?? 'usual') * 2 +
    (shown.state === 'bare' ? 0 : 1);
  return rows
    .map((row) => ({ row, shown: cellShown(row.id, column, filter.item) }))
    .filter(({ shown }) => filter.show === 'all' || isGap(shown.state))
    .toSorted((a, b) => rank(a) - rank(b));
}

function GapWindow(
  props: GapListProps & { readonly column: BoardColumn; readonly lines: readonly Line[] },
): ReactElement {
  const { standing, naming, columns, column, lines, filter, onOpen } = props;
  const words = useWords('coverage');
  const { language } = useSettings();
  const roadOf = useRoads();
  const textsOf = useCellTexts(standing, naming, filter.item);
  const window = standing.windowsById.get(column.window);
  const isManyDays = columns.some(({ on }) => on !== column.on);
  const heading = [
    isManyDays ? formatDay(column.on, language) : '',
    window?.name ?? '',
    formatWindow(window?.startMinute ?? 0, window?.endMinute ?? 0),
  ];
  return (
    <div className={styles['gapWindow']}>
      <Section heading={heading.filter((text) => text !== '').join(' · ')}>
        <List>
          {lines.map(({ row, shown }) => {
            const texts = textsOf(shown);
            const road = roadOf(row.id);
            const missing = shown.cell === undefined || shown.state === 'short' ? [] : missingLines(shown.cell);
            return (
              <ListRow
                key={row.id}
                title={naming.place(row.id)}
                onPress={() => onOpen(row, column, '')}
                end={
                  <span className={classes(styles['gapState'], styles[shown.state])}>
                    <FillMark fill={FILLS[shown.state]} />
                    <span>{texts.amount}</span>
                  </span>
                }
                detail={
                  <span className={styles['lines']}>
                    <span>
                      {[words.states[shown.state], texts.who, texts.handed].filter((text) => text !== '').join(' · ')}
                    </span>
                    {missing.length === 0 ? null : <span>{words.missing(naming.amounts(missing))}</span>}
                    {texts.mark === '' ? null : <span>{texts.mark}</span>}
                    {road === undefined ? null : <StateMark state="needsYou" word={road} />}
                  </span>
                }
              />
            );
          })}
        </List>
      </Section>
    </div>
  );
}
