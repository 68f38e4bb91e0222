import type { ReactElement } from 'react';
import { nameIn } from '#domain/other-names.ts';
import type { Stop } from '#domain/run.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import type { IdentifiedRun } from '#domain/views/runs-to-print.ts';
import { formatNumber } from '#i18n/format.ts';
import { QrPicture } from '#ui/qr-picture.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { linkToModules } from '../link-to-modules.ts';
import {
  dayText,
  kitchenText,
  printedAmount,
  type PrintShown,
  runLabel,
  vehicleText,
  windowText,
} from './print-shown.ts';
import { runLink } from './run-link.ts';
import { Facts, LoadLines, SheetFoot, SheetHead } from './run-sheet-parts.tsx';
import { type PrintedStop, StopsTable } from './stops-table.tsx';
import styles from './run-sheet.module.css';

/** What a driver takes along: everything that the run asks, and room for what became of it. */
export function RunSheet({ run, shown }: { readonly run: IdentifiedRun; readonly shown: PrintShown }): ReactElement {
  const { words, rows } = shown;
  const { driver, kitchen, window, stops } = run.body;
  const label = runLabel(run, shown);
  return (
    <Sheet size="a5">
      <SheetHead
        kind={words.run}
        title={label}
        when={[dayText(shown), windowText(window, shown)]}
        picture={<RunPicture run={run} label={label} shown={shown} />}
      />
      <Facts
        facts={[
          { label: words.driver, value: (driver === null ? undefined : rows.driversById.get(driver)) ?? '' },
          { label: words.plate, value: vehicleText(run, shown) },
          { label: words.call, value: shown.hotline },
          { label: words.kitchen, value: kitchenText(kitchen, shown) },
        ]}
      />
      <LoadLines label={words.load} amounts={loadingList(stops).map((line) => printedAmount(line, shown))} />
      <StopsTable caption={label} stops={stops.map((stop, index) => printedStop(stop, index, shown))} words={words} />
      <SheetFoot words={words} />
    </Sheet>
  );
}

function RunPicture({ run, label, shown: { words } }: { run: IdentifiedRun; label: string; shown: PrintShown }) {
  const link = runLink(window.location.origin, run.id);
  return (
    <div className={styles['picture']}>
      <QrPicture modules={linkToModules(link)} label={words.openRun(label)} />
      <p>{words.scan}</p>
    </div>
  );
}

function printedStop({ checkpoint, lines }: Stop, index: number, shown: PrintShown): PrintedStop {
  const place = shown.rows.placesById.get(checkpoint);
  return {
    number: formatNumber(index + 1, shown.language),
    place: place === undefined ? '' : nameIn(place, shown.language),
    details: [
      place === undefined ? '' : shown.words.code(place.code),
      place?.landmark ?? '',
      place?.phone ?? '',
    ].filter((text) => text !== ''),
    amounts: lines.map((line) => printedAmount(line, shown)),
  };
}
