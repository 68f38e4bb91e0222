import { useId, type ReactElement } from 'react';
import styles from './progress-bar.module.css';

export type ProgressBarProps = {
  readonly label: string;
  /** Undefined while nobody can say how far it is. */
  readonly value: number | undefined;
  readonly max: number;
  /** "3 of 8", already formatted. */
  readonly text?: string | undefined;
};

export function ProgressBar({ label, value, max, text }: ProgressBarProps): ReactElement {
  const id = useId();
  return (
    <div className={styles['progress']}>
      <div className={styles['line']}>
        <label htmlFor={id}>{label}</label>
        {text === undefined ? null : <span className={styles['text']}>{text}</span>}
      </div>
      <progress className={styles['bar']} id={id} value={value} max={max} />
    </div>
  );
}
