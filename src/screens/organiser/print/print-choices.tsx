import type { ReactElement } from 'react';
import { formatWindow } from '#i18n/format.ts';
import type { PrintDay } from '#store/queries/print-day.ts';
import { Chips } from '#ui/chips.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { type PrintKind, printKinds } from './printed-sheets.tsx';
import { papers, type PrintChoicesUse } from './use-print-choices.ts';
import styles from './print.module.css';

/** Longest telephone number that a sheet has room for. */
const MAX_HOTLINE_LENGTH = 40;
const ALL = '';

export type PrintChoicesProps = PrintChoicesUse & {
  readonly rows: PrintDay;
  readonly kind: PrintKind;
  readonly onKind: (kind: PrintKind) => void;
  /** The window whose runs are printed; empty for all. */
  readonly window: string;
  readonly onWindow: (window: string) => void;
};

/** What to print, and on which paper. */
export function PrintChoices(props: PrintChoicesProps): ReactElement {
  const { rows, kind, onKind, window, onWindow, paper, hotline, change } = props;
  const words = useWords('print');
  const windows = windowsOf(rows);
  return (
    <Stack>
      <Chips
        label={words.what}
        options={printKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={onKind}
      />
      <Chips
        label={words.paper}
        options={papers.map((value) => ({ value, label: words.papers[value] }))}
        value={paper}
        onChange={(next) => change({ paper: next })}
      />
      <div className={styles['fields']}>
        {windows.length > 1 ? (
          <Select
            label={words.window}
            options={[{ value: ALL, label: words.allWindows }, ...windows]}
            value={window}
            onChange={onWindow}
          />
        ) : null}
        <TextInput
          label={words.hotline}
          hint={words.hotlineHint}
          kind="phone"
          value={hotline}
          onChange={(next) => change({ hotline: next })}
          maxLength={MAX_HOTLINE_LENGTH}
        />
      </div>
    </Stack>
  );
}

/** The windows that the day's runs are in, by when they begin. */
function windowsOf({ runs, windowsById }: PrintDay) {
  const used = new Set(runs.flatMap(({ body }) => body.window ?? []));
  return [...windowsById]
    .filter(([id]) => used.has(id))
    .toSorted(([, a], [, b]) => a.startMinute - b.startMinute)
    .map(([value, { name, startMinute, endMinute }]) => ({
      value: value as string,
      label: `${name} ${formatWindow(startMinute, endMinute)}`,
    }));
}
