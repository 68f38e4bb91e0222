import type { ReactElement } from 'react';
import type { KitchenLine, KitchenList, KitchenMeal } from '#domain/views/kitchen-lists.ts';
import { batchId } from '#domain/derived-ids.ts';
import { nameIn } from '#domain/other-names.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import type { BatchBody } from '#domain/supply.ts';
import { formatMinuteOfDay } from '#i18n/format.ts';
import { Sheet, TickBox } from '#ui/sheet.tsx';
import { ListHead } from './list-head.tsx';
import { dayText, placeText, printedAmount, type PrintShown, runLabel, windowText } from './print-shown.ts';
import { EMPTY } from './empty.ts';
import styles from './list-sheet.module.css';

/** What one kitchen makes for each window, and with which run it goes. */
export function KitchenSheet({
  list,
  shown,
}: {
  readonly list: KitchenList;
  readonly shown: PrintShown;
}): ReactElement {
  const { words, hotline, rows } = shown;
  const kitchen = list.kitchen === null ? undefined : rows.kitchensById.get(list.kitchen);
  return (
    <Sheet size="a4">
      <ListHead
        kind={words.kitchenList}
        title={kitchen === undefined ? words.noKitchen : nameIn(kitchen, shown.language)}
        detail={[kitchen?.landmark ?? '', kitchen?.phone ?? ''].filter((text) => text !== '').join(', ')}
        when={dayText(shown)}
        call={hotline}
        callLabel={words.call}
      />
      {list.meals.map((meal) => (
        <Meal key={meal.window} kitchen={list.kitchen} meal={meal} shown={shown} />
      ))}
    </Sheet>
  );
}

type MealProps = { readonly kitchen: RowId | null; readonly meal: KitchenMeal; readonly shown: PrintShown };

function Meal({ kitchen, meal, shown }: MealProps): ReactElement {
  const { words } = shown;
  const ready = batchOf(kitchen, meal.window, shown);
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>
        {windowText(meal.window, shown)}
        {ready === undefined ? null : (
          <span className={styles['beside']}>{words.readyBy(formatMinuteOfDay(ready.readyMinute))}</span>
        )}
      </h3>
      <table className={styles['table']}>
        <colgroup>
          <col className={styles['item']} />
          <col className={styles['total']} />
          <col />
          <col className={styles['tick']} />
          <col className={styles['write']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.goesWith}</th>
            <th scope="col" className={styles['tick']}>
              {words.ready}
            </th>
            <th scope="col" className={styles['write']}>
              {words.readyAt}
            </th>
          </tr>
        </thead>
        <tbody>
          {meal.lines.map((line) => (
            <Line key={line.item} line={line} shown={shown} />
          ))}
        </tbody>
      </table>
      <CalledOff meal={meal} shown={shown} />
    </section>
  );
}

/** Where nothing is needed any more, and how much of the sums that is: the cook decides how late it is for that. */
function CalledOff({ meal, shown }: Pick<MealProps, 'meal' | 'shown'>): ReactElement | null {
  const { words } = shown;
  if (meal.calledOff.length === 0) return null;
  const amount = (line: Line): string => {
    const { count, unit, item } = printedAmount(line, shown);
    return `${item} ${count} ${unit}`.trim();
  };
  return (
    <div className={styles['calledOff']}>
      <p>
        <b>{words.calledOff}</b>
      </p>
      {meal.calledOff.map(({ checkpoint, lines, reason }) => (
        <p key={checkpoint}>
          {[placeText(checkpoint, shown), lines.map(amount).join(', '), reason]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      ))}
    </div>
  );
}

/** What the kitchen makes for the window on this day, or else on every day. */
function batchOf(kitchen: RowId | null, window: RowId | null, { day, rows }: PrintShown): BatchBody | undefined {
  if (kitchen === null || window === null) return undefined;
  return rows.batchesById.get(batchId(kitchen, window, day)) ?? rows.batchesById.get(batchId(kitchen, window, null));
}

function Line({ line, shown }: { readonly line: KitchenLine; readonly shown: PrintShown }): ReactElement {
  const { count, unit, item } = printedAmount(line, shown);
  return (
    <tr>
      <th scope="row">{item}</th>
      <td className={styles['total']}>
        <b>{count}</b> {unit}
      </td>
      <td>
        <div className={styles['shares']}>
          {line.shares.map((share) => (
            <span key={share.run}>
              {`${runName(share.run, shown)}:\u00a0`}
              <b>{printedAmount({ item: line.item, count: share.count }, shown).count}</b>
            </span>
          ))}
        </div>
      </td>
      <td className={styles['tick']}>
        <TickBox />
      </td>
      <td className={styles['write']}>{EMPTY}</td>
    </tr>
  );
}

function runName(id: RowId, shown: PrintShown): string {
  const run = shown.runs.find((one) => one.id === id);
  return run === undefined ? '' : runLabel(run, shown);
}
