import { useId, type ReactElement } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './chips.module.css';

export type ChipOption<Value extends string | number> = { readonly value: Value; readonly label: string };

export type ChipsProps<Value extends string | number> = {
  readonly label: string;
  readonly options: readonly ChipOption<Value>[];
  /** Undefined while none of them is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** `hidden`: the words are there for those who listen, where those who look see what it is about. */
  readonly labelled?: 'visibly' | 'hidden' | undefined;
  /** `shared`: they share the width of one row, and wrap only where not even their longest words fit. */
  readonly width?: 'own' | 'shared' | undefined;
};

/** One of a few, side by side; real radio buttons underneath. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>): ReactElement {
  const { label, options, value, onChange, labelled = 'visibly', width = 'own' } = props;
  const name = useId();
  return (
    <fieldset>
      <legend className={styles[labelled]}>{label}</legend>
      <div className={classes(styles['row'], styles[width])}>
        {groupsOf(options).map((group, index) => (
          <div key={index} className={styles['group']}>
            {group.map((option) => (
              <label key={option.value} className={styles['chip']}>
                <input
                  type="radio"
                  className={styles['radio']}
                  name={name}
                  checked={option.value === value}
                  onChange={() => onChange(option.value)}
                />
                <span className={styles['face']}>
                  <span className={styles['mark']}>
                    <Icon name="tick" size={1.1} />
                  </span>
                  <span>{option.label}</span>
                </span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Four wrap as two and two: three and a lone one would look like a mistake. */
function groupsOf<T>(options: readonly T[]): readonly (readonly T[])[] {
  return options.length === 4 ? [options.slice(0, 2), options.slice(2)] : [options];
}
