import { useId, useState, type ReactElement } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { stepWithin, type Bounds } from './step-within.ts';
import styles from './number-stepper.module.css';

export type NumberStepperProps = {
  readonly label: string;
  /**
   * Whole small units, so that fractions never drift: with thousandths, 2500 is 2.5 and a step of 500 is a half.
   * Undefined while the count is not known yet.
   */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly step: number;
  readonly min: number;
  readonly max: number;
  /** Both from the one place that formats; `parse` answers undefined for what is no count. */
  readonly format: (value: number) => string;
  readonly parse: (text: string) => number | undefined;
  readonly decreaseLabel: string;
  readonly increaseLabel: string;
  /** Shown after the number: the unit, the item. */
  readonly unit?: string | undefined;
  readonly size?: 'big' | 'normal' | undefined;
};

/** - value +, with room for gloves; the number itself can be typed. */
export function NumberStepper(props: NumberStepperProps): ReactElement {
  const { label, value, onChange, decreaseLabel, increaseLabel, unit, size = 'normal' } = props;
  const labelId = useId();
  const bounds: Bounds = props;
  const move = (direction: -1 | 1): void => onChange(stepWithin(value ?? 0, direction, bounds));
  return (
    <div className={styles['stepper']} role="group" aria-labelledby={labelId}>
      <span className={styles['label']} id={labelId}>
        {label}
      </span>
      <div className={classes(styles['controls'], styles[size])}>
        <IconButton
          icon="minus"
          look="outlined"
          label={decreaseLabel}
          isDisabled={value === undefined || value <= props.min}
          onPress={() => move(-1)}
        />
        <NumberText {...props} labelId={labelId} />
        <IconButton
          icon="plus"
          look="outlined"
          label={increaseLabel}
          isDisabled={value === undefined || value >= props.max}
          onPress={() => move(1)}
        />
      </div>
      {unit === undefined ? null : <span className={styles['unit']}>{unit}</span>}
    </div>
  );
}

/** What is being typed is kept as typed, and counts once it is left or entered; what is no count falls back. */
function NumberText(props: NumberStepperProps & { readonly labelId: string }): ReactElement {
  const { value, onChange, format, parse, min, max, labelId } = props;
  const shown = value === undefined ? '…' : format(value);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const settle = (): void => {
    const parsed = typed === undefined ? undefined : parse(typed);
    setTyped(undefined);
    if (parsed !== undefined) onChange(Math.min(max, Math.max(min, parsed)));
  };
  return (
    <input
      className={styles['number']}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      enterKeyHint="done"
      aria-labelledby={labelId}
      disabled={value === undefined}
      value={typed ?? shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
