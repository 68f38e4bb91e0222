import type { ChangeEvent, HTMLInputAutoCompleteAttribute, ReactElement, ReactNode } from 'react';
import { Field } from './field.tsx';
import { PickInput } from './pick-input.tsx';
import styles from './text-input.module.css';

export type TextInputProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode | undefined;
  readonly error?: string | undefined;
  /** `code` is monospaced, spaced and without corrections: short codes, keys. */
  readonly kind?: 'text' | 'code' | 'phone' | 'time' | 'date' | 'decimal' | undefined;
  /** What was picked, as the app writes it; a time stands as it is. */
  readonly shown?: string | undefined;
  readonly lines?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly maxLength?: number | undefined;
  readonly isRequired?: boolean | undefined;
  readonly name?: string | undefined;
};

const kinds = {
  text: { type: 'text', inputMode: 'text' },
  code: { type: 'text', inputMode: 'text', autoCapitalize: 'characters', autoCorrect: 'off', spellCheck: false },
  phone: { type: 'tel', inputMode: 'tel' },
  decimal: { type: 'text', inputMode: 'decimal' },
} as const;

export function TextInput(props: TextInputProps): ReactElement {
  const { label, value, onChange, hint, error, kind = 'text', lines = 1 } = props;
  const shared = {
    className: styles[kind === 'code' ? 'code' : 'input'],
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
    placeholder: props.placeholder,
    autoComplete: props.autoComplete ?? 'off',
    maxLength: props.maxLength,
    required: props.isRequired,
    name: props.name,
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => {
        if (kind === 'date' || kind === 'time')
          return <PickInput {...shared} {...wiring} type={kind} shown={props.shown ?? value} />;
        return lines > 1 ? (
          <textarea {...shared} {...wiring} rows={lines} />
        ) : (
          <input {...shared} {...wiring} {...kinds[kind]} />
        );
      }}
    </Field>
  );
}
