import { useId, type ReactElement } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './tiles.module.css';

export type TileOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
};

export type TilesProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly TileOption<Value>[];
  /** The chosen tile, where a choice stays to be seen; a tile that acts at once needs none. */
  readonly chosen?: Value | undefined;
  readonly onChoose: (value: Value) => void;
};

/** Big squares to hit without aiming: one tap says why. */
export function Tiles<Value extends string>({ label, options, chosen, onChoose }: TilesProps<Value>): ReactElement {
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId}>
      <p className={styles['label']} id={labelId}>
        {label}
      </p>
      <div className={styles['tiles']}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles['tile']}
            aria-pressed={chosen === undefined ? undefined : option.value === chosen}
            onClick={() => onChoose(option.value)}
          >
            {option.icon === undefined ? null : <Icon name={option.icon} size={1.75} />}
            <span>{option.label}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
