import type { ReactElement } from 'react';
import { isCounted, MAX_PIECES, type RequestWhat, requestWhat } from '#domain/request.ts';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { formatNumber, parseCount } from '#i18n/format.ts';
import type { IconName } from '#ui/icon-paths.ts';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Tiles } from '#ui/tiles.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';

export const requestIcons: Readonly<Record<RequestWhat, IconName>> = {
  tea: 'bowl',
  stove: 'flame',
  fuel: 'canister',
  power: 'battery',
  radio: 'radio',
  connection: 'signal',
  light: 'lamp',
  road: 'road',
  other: 'more',
};

/** What is being asked for, as it is entered. */
export type RequestDraft = {
  readonly what: RequestWhat | undefined;
  readonly count: number;
  readonly note: string;
};
export const EMPTY_REQUEST: RequestDraft = { what: undefined, count: 1, note: '' };

export type RequestFieldsProps = {
  readonly draft: RequestDraft;
  readonly onChange: (draft: RequestDraft) => void;
};

/** What, how many, and a line of words: one tap is enough. */
export function RequestFields({ draft, onChange }: RequestFieldsProps): ReactElement {
  const words = useWords('requests');
  const { actions } = useWords('common');
  const { language } = useSettings();
  return (
    <Stack gap="large">
      <Tiles
        label={words.whatLabel}
        options={requestWhat.options.map((value) => ({
          value,
          label: words.what[value],
          icon: requestIcons[value],
        }))}
        chosen={draft.what}
        onChoose={(what) => onChange({ ...draft, what })}
      />
      {draft.what === undefined || !isCounted(draft.what) ? null : (
        <NumberStepper
          label={words.howMany}
          value={draft.count}
          onChange={(count) => onChange({ ...draft, count })}
          step={1}
          min={1}
          max={MAX_PIECES}
          format={(count) => formatNumber(count, language)}
          parse={(text) => wholeOf(text)}
          decreaseLabel={actions.decrease(words.what[draft.what])}
          increaseLabel={actions.increase(words.what[draft.what])}
          size="big"
        />
      )}
      {draft.what === undefined ? null : (
        <TextInput
          label={words.note}
          hint={words.noteHint}
          value={draft.note}
          onChange={(note) => onChange({ ...draft, note })}
          lines={2}
          maxLength={MAX_NOTE_LENGTH}
        />
      )}
    </Stack>
  );
}

function wholeOf(text: string): number | undefined {
  const thousandths = parseCount(text);
  return thousandths === undefined || thousandths % 1_000 !== 0 ? undefined : thousandths / 1_000;
}
