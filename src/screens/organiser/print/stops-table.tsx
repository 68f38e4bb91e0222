import type { ReactElement } from 'react';
import type { PrintWords } from '#i18n/print/en.ts';
import { TickBox } from '#ui/sheet.tsx';
import type { PrintedAmount } from './print-shown.ts';
import { Amount } from './run-sheet-parts.tsx';
import { EMPTY } from './empty.ts';
import styles from './run-sheet.module.css';

export type PrintedStop = {
  readonly number: string;
  /** Empty where it is to be written by hand. */
  readonly place: string;
  /** Landmark, telephone. */
  readonly details: readonly string[];
  readonly amounts: readonly PrintedAmount[];
};

export type StopsTableProps = {
  /** The run's name; it stands above the stops again on each further sheet. */
  readonly caption: string;
  readonly stops: readonly PrintedStop[];
  readonly words: PrintWords;
};

/** The stops in their order, with a box for "as planned" and room for another amount and the time. */
export function StopsTable({ caption, stops, words }: StopsTableProps): ReactElement {
  return (
    <table className={styles['stops']}>
      <caption className={styles['hidden']}>{caption}</caption>
      <colgroup>
        <col className={styles['number']} />
        <col />
        <col className={styles['amounts']} />
        <col className={styles['narrow']} />
        <col className={styles['write']} />
        <col className={styles['narrow']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {`${words.stop} · ${caption}`}
          </th>
          <th scope="col" className={styles['amounts']}>
            {words.bring}
          </th>
          <th scope="col" className={styles['narrow']}>
            {words.asPlanned}
          </th>
          <th scope="col" className={styles['write']}>
            {words.other}
          </th>
          <th scope="col" className={styles['narrow']}>
            {words.time}
          </th>
        </tr>
      </thead>
      <tbody>
        {stops.map((stop) => (
          <Stop key={stop.number} {...stop} />
        ))}
      </tbody>
    </table>
  );
}

function Stop({ number, place, details, amounts }: PrintedStop): ReactElement {
  return (
    <tr>
      <td className={styles['number']}>{number}</td>
      <th scope="row" className={styles['place']}>
        <strong>{place}</strong>
        {details.map((detail) => (
          <span key={detail} className={styles['detail']}>
            {detail}
          </span>
        ))}
      </th>
      <td className={styles['amounts']}>
        {amounts.map((amount) => (
          <Amount key={`${amount.item} ${amount.unit}`} {...amount} />
        ))}
      </td>
      <td className={styles['narrow']}>
        <TickBox />
      </td>
      <td className={styles['write']}>{EMPTY}</td>
      <td className={styles['narrow']}>{EMPTY}</td>
    </tr>
  );
}
