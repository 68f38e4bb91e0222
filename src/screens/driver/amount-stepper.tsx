import type { ReactElement } from 'react';
import { type Count, type Line, MAX_COUNT } from '#domain/scalars.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import type { ItemsById } from './amounts-text.ts';

export type AmountStepperProps = {
  readonly line: Line;
  /** Where the name and the unit of the item are found. */
  readonly items?: ItemsById | undefined;
  /** In place of the item's name. */
  readonly label?: string | undefined;
  /** Thousandths. */
  readonly step: number;
  readonly onChange: (count: Count) => void;
  readonly size?: 'big' | 'normal' | undefined;
};

/** An amount with - and +, in the words and digits of the moment. */
export function AmountStepper({ line, items, label, step, onChange, size = 'big' }: AmountStepperProps): ReactElement {
  const { actions } = useWords('common');
  const { language } = useSettings();
  const item = items?.get(line.item);
  const name = label ?? item?.name ?? '';
  return (
    <NumberStepper
      label={name}
      unit={item?.unit}
      value={line.count}
      onChange={(value) => onChange(value as Count)}
      step={step}
      min={0}
      max={MAX_COUNT}
      format={(value) => formatCount(value, language)}
      parse={parseCount}
      decreaseLabel={actions.decrease(name)}
      increaseLabel={actions.increase(name)}
      size={size}
    />
  );
}
