import type { ReactElement } from 'react';
import type { ReturnableStep } from '#domain/returnable.ts';
import type { Count, Line, RowId } from '#domain/scalars.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { useWords } from '../common/words.ts';
import { AmountStepper } from './amount-stepper.tsx';
import type { ItemsById } from './amounts-text.ts';

const ONE = 1_000;

export type ReturnableSteppersProps = {
  readonly view: Pick<RunInFull, 'returnablesById' | 'counts'>;
  readonly step: ReturnableStep;
  readonly lines: readonly Line[];
  /** `counted`: only what went along or is counted by now; otherwise whatever the branch has. */
  readonly which?: 'all' | 'counted' | undefined;
  readonly onChange: (lines: readonly Line[]) => void;
};

/** How many of each: those in use, and those that are counted although nobody uses them any more. */
export function ReturnableSteppers(props: ReturnableSteppersProps): ReactElement {
  const { view, step, lines, which = 'all', onChange } = props;
  const { returnables } = useWords('driver');
  const shown = which === 'all' ? countable(view, lines) : countedItems(view, lines);
  const name = returnableName(view);
  return (
    <>
      {shown.map((item) => {
        const count = countOf(lines, item);
        return (
          <AmountStepper
            key={item}
            line={{ item, count }}
            label={returnables[step](name(item))}
            step={ONE}
            size="normal"
            onChange={(next) => onChange(withCount(lines, { item, count: next }))}
          />
        );
      })}
    </>
  );
}

/** What a driver could count here at all. */
export function countable(
  { returnablesById }: Pick<RunInFull, 'returnablesById'>,
  lines: readonly Line[],
): readonly RowId[] {
  const open = [...returnablesById].filter(([, { status }]) => status === 'open').map(([id]) => id);
  return [...new Set([...open, ...lines.map(({ item }) => item)])];
}

function countedItems({ counts }: Pick<RunInFull, 'counts'>, lines: readonly Line[]): readonly RowId[] {
  const counted = counts.flatMap(({ body }) => body.lines);
  return [...new Set([...counted, ...lines].map(({ item }) => item))];
}

/** Names of returnables in the place of items', for whatever writes amounts. */
export function returnablesAsItems({ returnablesById }: Pick<RunInFull, 'returnablesById'>): ItemsById {
  return new Map([...returnablesById].map(([id, { name }]) => [id, { name, unit: '' }]));
}

function returnableName(view: Pick<RunInFull, 'returnablesById'>): (id: RowId) => string {
  return (id) => view.returnablesById.get(id)?.name ?? '';
}

function countOf(lines: readonly Line[], item: RowId): Count {
  return lines.find((line) => line.item === item)?.count ?? (0 as Count);
}

function withCount(lines: readonly Line[], line: Line): readonly Line[] {
  return [...lines.filter(({ item }) => item !== line.item), line];
}
