import type { ReactElement } from 'react';
import type { RunBody } from '#domain/run.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import { loadsByVehicle, type VehicleLoad } from '#domain/views/loads-by-vehicle.ts';
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
  vehicleName,
  windowText,
} from './print-shown.ts';
import styles from './list-sheet.module.css';

/** What goes into each car, in the order in which they leave. */
export function LoadingSheet({ shown }: { readonly shown: PrintShown }): ReactElement {
  const { words, hotline } = shown;
  return (
    <Sheet size="a4">
      <ListHead kind={words.loadingList} title={dayText(shown)} when="" call={hotline} callLabel={words.call} />
      {loadsByVehicle(shown.runs, shown.rows.vehicles).map((load) => (
        <Load key={load.runs[0]?.id} load={load} shown={shown} />
      ))}
    </Sheet>
  );
}

function Load({ load, shown }: { readonly load: VehicleLoad; readonly shown: PrintShown }): ReactElement {
  const { words } = shown;
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>
        {load.vehicle === null ? (
          <span className={styles['blank']}>{`${words.plate}:`}</span>
        ) : (
          vehicleName(load.vehicle.body)
        )}
      </h3>
      {load.runs.map((run) => (
        <LoadOfRun key={run.id} run={run} shown={shown} />
      ))}
    </section>
  );
}

function LoadOfRun({ run, shown }: { readonly run: IdentifiedRun; readonly shown: PrintShown }): ReactElement {
  const { words, rows } = shown;
  const { driver, kitchen, window, stops } = run.body;
  const name = driver === null ? undefined : rows.driversById.get(driver);
  return (
    <>
      <p className={styles['runTitle']}>
        <strong>{runLabel(run, shown)}</strong>
        <strong>{windowText(window, shown)}</strong>
      </p>
      <p className={styles['facts']}>
        <span>
          {words.driver}: <strong>{name ?? words.noDriver}</strong>
        </span>
        <span>
          {words.kitchen}: <strong>{kitchenText(kitchen, shown)}</strong>
        </span>
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
    </>
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
        <div className={styles['shares']}>
          {sharesOf(line.item, stops).map(({ key, checkpoint, share }) => (
            <span key={key}>
              {`${placeText(checkpoint, shown)}:\u00a0`}
              <b>{printedAmount(share, shown).count}</b>
            </span>
          ))}
        </div>
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
