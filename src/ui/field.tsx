import { useId, type ReactElement, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

/** What a control inside a field must carry so that its words belong to it. */
export type ControlWiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

export type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode | undefined;
  /** What is wrong and what to do; absent while nothing is. */
  readonly error?: string | undefined;
  readonly children: (wiring: ControlWiring) => ReactNode;
};

/** A label, a hint and an error around one control, with their ids wired. */
export function Field({ label, hint, error, children }: FieldProps): ReactElement {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ');
  const wiring: ControlWiring = {
    id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={styles['hint']} id={hintId}>
          {hint}
        </p>
      )}
      {children(wiring)}
      {error === undefined ? null : (
        <p className={styles['error']} id={errorId} role="alert">
          <Icon name="exclamation" size={1.2} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
