import type { ReactElement, ReactNode } from 'react';
import { type ShortReason, shortReason } from '#domain/delivery.ts';
import { type Count, MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { amountStep, FEWER, type QuickAmount, quickAmounts } from '#domain/views/stop-amounts.ts';
import { formatCount } from '#i18n/format.ts';
import { type ChipOption, Chips } from '#ui/chips.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Tiles } from '#ui/tiles.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { AmountStepper } from './amount-stepper.tsx';
import type { ItemsById } from './amounts-text.ts';
import type { StopForm } from './use-stop-form.ts';

export type StopFormFieldsProps = {
  readonly form: StopForm;
  readonly stop: StopProgress;
  readonly items: ItemsById;
  /** What the person came for stands first. */
  readonly first: 'amounts' | 'reasons';
  readonly place: ReactNode;
};

const reasonIcons: Readonly<Record<ShortReason, IconName>> = {
  nobodyThere: 'nobody',
  closed: 'closed',
  roadBlocked: 'road',
  refused: 'hand',
  notEnough: 'bowl',
  other: 'more',
};

export function StopFormFields({ form, stop, items, first, place }: StopFormFieldsProps): ReactElement {
  const { stop: words } = useWords('driver');
  const { reasons } = useWords('common');
  const amounts = <AmountFields form={form} stop={stop} items={items} />;
  return (
    <Stack gap="large">
      {first === 'amounts' ? place : null}
      {first === 'amounts' ? amounts : null}
      <Tiles
        label={words.whatHappened}
        options={shortReason.options.map((value) => ({ value, label: reasons[value], icon: reasonIcons[value] }))}
        chosen={form.reason ?? undefined}
        onChoose={form.chooseReason}
      />
      {first === 'reasons' ? amounts : null}
      <TextInput
        label={words.note}
        hint={words.noteHint}
        value={form.note}
        onChange={form.setNote}
        lines={2}
        maxLength={MAX_NOTE_LENGTH}
      />
      {first === 'reasons' ? place : null}
    </Stack>
  );
}

function AmountFields({ form, stop, items }: Pick<StopFormFieldsProps, 'form' | 'stop' | 'items'>): ReactElement {
  return (
    <Stack gap="large">
      {form.amounts.map((line) => {
        const planned = stop.planned.find(({ item }) => item === line.item)?.count ?? line.count;
        return (
          <Stack key={line.item} gap="small">
            <AmountStepper
              line={line}
              items={items}
              step={amountStep(planned)}
              onChange={(count) => form.setCount(line.item, count)}
            />
            <QuickChips planned={planned} value={line.count} onChange={(count) => form.setCount(line.item, count)} />
          </Stack>
        );
      })}
    </Stack>
  );
}

type QuickChipsProps = {
  readonly planned: Count;
  readonly value: Count;
  readonly onChange: (count: Count) => void;
};

function QuickChips({ planned, value, onChange }: QuickChipsProps): ReactElement {
  const { stop: words } = useWords('driver');
  const { language } = useSettings();
  const offers = quickAmounts(planned);
  const labels: Readonly<Record<QuickAmount['name'], string>> = {
    planned: words.asPlanned,
    fewer: words.fewer(formatCount(FEWER, language)),
    half: words.half,
    none: words.none,
  };
  return (
    <Chips
      width="shared"
      label={words.quick}
      labelled="hidden"
      options={offers.map(({ name, count }): ChipOption<number> => ({ value: count, label: labels[name] }))}
      value={value}
      onChange={(count) => onChange(count as Count)}
    />
  );
}
