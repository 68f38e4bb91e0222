import type { ReactElement } from 'react';
import { formatNumber } from '#i18n/format.ts';
import { useSettings } from '../common/settings.tsx';
import styles from './stop-name.module.css';

export type StopNameProps = {
  /** Which stop of the run it is, from 1. */
  readonly ordinal: number;
  readonly place: string;
};

/** A stop by its turn and its place; the turn stands apart, because the place has a number of its own. */
export function StopName({ ordinal, place }: StopNameProps): ReactElement {
  const { language } = useSettings();
  return (
    <span className={styles['name']}>
      <span className={styles['ordinal']}>{formatNumber(ordinal, language)}</span>
      <span>{place}</span>
    </span>
  );
}
