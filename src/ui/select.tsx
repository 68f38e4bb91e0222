import type { ChangeEvent, ReactElement, ReactNode } from 'react';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './select.module.css';

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

export type SelectProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly SelectOption<Value>[];
  /** Undefined while nothing is chosen: then `placeholder` is shown. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode | undefined;
  readonly error?: string | undefined;
};

/** The phone's own list: it works with gloves, screen readers and every keyboard. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const { label, options, value, onChange, placeholder, hint, error } = props;
  const choose = (event: ChangeEvent<HTMLSelectElement>): void => {
    const chosen = options.find((option) => option.value === event.target.value);
    if (chosen !== undefined) onChange(chosen.value);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className={styles['frame']}>
          <select {...wiring} className={styles['select']} value={value ?? ''} onChange={choose}>
            {value === undefined ? <option value="">{placeholder}</option> : null}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles['chevron']}>
            <Icon name="chevron" size={1.1} />
          </span>
        </span>
      )}
    </Field>
  );
}
