import type { ReactElement, ReactNode } from 'react';
import { kitchenLists } from '#domain/views/kitchen-lists.ts';
import { SheetPairs, Sheets } from '#ui/sheet.tsx';
import { BlankSheet } from './blank-sheet.tsx';
import { KitchenSheet } from './kitchen-sheet.tsx';
import { LoadingSheet } from './loading-sheet.tsx';
import { PosterSheet } from './poster-sheet.tsx';
import type { PrintShown } from './print-shown.ts';
import { RunSheet } from './run-sheet.tsx';
import type { Paper } from './use-print-choices.ts';

export const printKinds = ['morning', 'kitchen', 'loading', 'runs', 'blank', 'poster'] as const;
export type PrintKind = (typeof printKinds)[number];

export type PrintedSheetsProps = { readonly kind: PrintKind; readonly shown: PrintShown; readonly paper: Paper };

/** Of these kinds the morning consists, in the order in which hands reach for them. */
const MORNING: readonly PrintKind[] = ['kitchen', 'loading', 'runs'];

/** The sheets of one kind, or of all that a morning needs. */
export function PrintedSheets({ kind, shown, paper }: PrintedSheetsProps): ReactElement {
  const kinds = kind === 'morning' ? MORNING : [kind];
  return (
    <Sheets label={shown.words.preview}>
      {kinds.includes('kitchen') ? <KitchenSheets shown={shown} /> : null}
      {kinds.includes('loading') ? <LoadingSheet shown={shown} /> : null}
      {kinds.includes('runs') ? onPaper(paper, runSheets(shown)) : null}
      {kinds.includes('poster') ? <PosterSheet shown={shown} /> : null}
      {kinds.includes('blank') ? onPaper(paper, blankSheets(shown, paper)) : null}
    </Sheets>
  );
}

function KitchenSheets({ shown }: { readonly shown: PrintShown }): ReactElement[] {
  return kitchenLists(shown.runs, shown.rows.windowsById, shown.rows.cancellations).map((list) => (
    <KitchenSheet key={list.kitchen} list={list} shown={shown} />
  ));
}

function runSheets(shown: PrintShown): ReactElement[] {
  return shown.runs.map((run) => <RunSheet key={run.id} run={run} shown={shown} />);
}

/** As many as fill the paper. */
function blankSheets(shown: PrintShown, paper: Paper): ReactElement[] {
  return (paper === 'pairs' ? ['left', 'right'] : ['whole']).map((half) => <BlankSheet key={half} shown={shown} />);
}

function onPaper(paper: Paper, sheets: readonly ReactElement[]): ReactNode {
  return paper === 'pairs' ? <SheetPairs>{sheets}</SheetPairs> : sheets;
}

/** What can be printed on a day without runs. */
export function needsRuns(kind: PrintKind): boolean {
  return kind !== 'blank' && kind !== 'poster';
}
