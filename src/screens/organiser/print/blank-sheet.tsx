import type { ReactElement } from 'react';
import { formatNumber } from '#i18n/format.ts';
import { Sheet } from '#ui/sheet.tsx';
import type { PrintShown } from './print-shown.ts';
import { Facts, SheetFoot, SheetHead } from './run-sheet-parts.tsx';
import { type PrintedStop, StopsTable } from './stops-table.tsx';

/** So many empty stops fill one A5 sheet. */
const STOP_COUNT = 7;

export type BlankSheetProps = { readonly shown: Pick<PrintShown, 'words' | 'language' | 'hotline'> };

/** The same sheet without a run: for the day on which nothing else works. */
export function BlankSheet({ shown: { words, language, hotline } }: BlankSheetProps): ReactElement {
  const stops = Array.from({ length: STOP_COUNT }, (_, index): PrintedStop => ({
    number: formatNumber(index + 1, language),
    place: '',
    details: [],
    amounts: [],
  }));
  return (
    <Sheet size="a5">
      <SheetHead kind={words.run} title="" when={[]} />
      <Facts
        facts={[
          { label: words.day, value: '' },
          { label: words.driver, value: '' },
          { label: words.plate, value: '' },
          { label: words.call, value: hotline },
          { label: words.kitchen, value: '' },
        ]}
      />
      <StopsTable caption={words.run} stops={stops} words={words} />
      <SheetFoot words={words} />
    </Sheet>
  );
}
