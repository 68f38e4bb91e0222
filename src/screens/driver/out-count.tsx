import type { ReactElement } from 'react';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { amountsText } from './amounts-text.ts';
import { countable, returnablesAsItems, ReturnableSteppers } from './returnable-steppers.tsx';
import type { Counting } from './use-count.ts';

export type OutCountFieldsProps = { readonly view: RunInFull; readonly count: Counting };

/** Thermoses and crates as the run leaves: folded, since food is what must not be forgotten. */
export function OutCountFields({ view, count }: OutCountFieldsProps): ReactElement | null {
  const { returnables } = useWords('driver');
  const { language } = useSettings();
  if (countable(view, count.lines).length === 0) return null;
  const some = count.lines.filter((line) => line.count > 0);
  const said = amountsText(some, returnablesAsItems(view), language);
  return (
    <Disclosure summary={said === '' ? returnables.title : returnables.goingAlong(said)}>
      <ReturnableSteppers view={view} step="out" lines={count.lines} onChange={count.setLines} />
    </Disclosure>
  );
}
