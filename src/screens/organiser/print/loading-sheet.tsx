import type { ReactElement } from 'react';
import type { RunBody } from '#domain/run.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import type { IdentifiedRun } from '#domain/views/runs-to-print.ts';
import { Sheet, TickBox } from '#ui/sheet.tsx';
import { ListHead } from './list-head.tsx';
import {
  dayText,
  kitchenText,
  placeText,
  printedAmount,
  type PrintShown,
  runLabel,
  windowText,
} from './print-shown.ts';
import styles from './list-sheet.module.css';

/** What goes into each car, in the order in which they leave. */
export function LoadingSheet({ shown }: { readonly shown: PrintShown }): ReactElement {
  const { words, hotline } = shown;
  return (
    <Sheet size="a4">
      <ListHead kind={words.loadingList} title={dayText(shown)} when="" call={hotline} callLabel={words.call} />
      {shown.runs.map((run) => (
        <Load key={run.id} run={run} shown={shown} />
      ))}
    </Sheet>
  );
}

function Load({ run, shown }: { readonly run: IdentifiedRun; readonly shown: PrintShown }): ReactElement {
  const { words, rows } = shown;
  const { driver, kitchen, window, stops } = run.body;
  const name = driver === null ? undefined : rows.driversById.get(driver);
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>
        {runLabel(run, shown)}
        <span className={styles['beside']}>{windowText(window, shown)}</span>
      </h3>
      <p className={styles['facts']}>
        <span>
          {words.driver}: <strong>{name ?? words.noDriver}</strong>
        </span>
        <span>
          {words.kitchen}: <strong>{kitchenText(kitchen, shown)}</strong>
        </span>
        <span className={styles['blank']}>{words.plate}:</span>
      </p>
      <table className={styles['table']}>
        <colgroup>
          <col className={styles['tick']} />
          <col className={styles['total']} />
          <col className={styles['item']} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles['tick']}>
              {words.loaded}
            </th>
            <th scope="col">{words.total}</th>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.ofThese}</th>
          </tr>
        </thead>
        <tbody>
          {loadingList(stops).map((line) => (
            <Loaded key={line.item} line={line} stops={stops} shown={shown} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type LoadedProps = { readonly line: Line; readonly stops: RunBody['stops']; readonly shown: PrintShown };

function Loaded({ line, stops, shown }: LoadedProps): ReactElement {
  const { count, unit, item } = printedAmount(line, shown);
  return (
    <tr>
      <td className={styles['tick']}>
        <TickBox />
      </td>
      <td className={styles['total']}>
        <b>{count}</b> {unit}
      </td>
      <th scope="row">{item}</th>
      <td>
        {sharesOf(line.item, stops).map(({ key, checkpoint, share }) => (
          <span key={key} className={styles['share']}>
            {`${placeText(checkpoint, shown)}:\u00a0`}
            <b>{printedAmount(share, shown).count}</b>{' '}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** How much of an item each stop gets, in the order of the stops. */
function sharesOf(item: RowId, stops: RunBody['stops']) {
  return stops.flatMap(({ checkpoint, lines }, index) =>
    lines.filter((share) => share.item === item).map((share, part) => ({ key: `${index}.${part}`, checkpoint, share })),
  );
}
