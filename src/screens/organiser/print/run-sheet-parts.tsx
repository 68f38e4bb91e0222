import type { ReactElement, ReactNode } from 'react';
import type { PrintWords } from '#i18n/print/en.ts';
import { TickBox } from '#ui/sheet.tsx';
import type { PrintedAmount } from './print-shown.ts';
import styles from './run-sheet.module.css';

export type SheetHeadProps = {
  readonly kind: string;
  /** Empty where it is to be written by hand. */
  readonly title: string;
  readonly when: readonly string[];
  readonly picture?: ReactNode | undefined;
};

/** What this paper is, for which run, when; and the picture that opens it. */
export function SheetHead({ kind, title, when, picture }: SheetHeadProps): ReactElement {
  return (
    <header className={styles['head']}>
      <div className={styles['titles']}>
        <p className={styles['label']}>{kind}</p>
        {title === '' ? <p className={styles['line']} /> : <h2 className={styles['title']}>{title}</h2>}
        {when.map((text) => (
          <p key={text} className={styles['when']}>
            {text}
          </p>
        ))}
      </div>
      {picture}
    </header>
  );
}

export type Fact = { readonly label: string; readonly value: string };

/** Who, with what, whom to call; an empty fact is a line to write on. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className={styles['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles['fact']}>
          <dt className={styles['label']}>{label}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What goes into the car, each item with a box to tick. */
export function LoadLines({ label, amounts }: { readonly label: string; readonly amounts: readonly PrintedAmount[] }) {
  return (
    <section className={styles['load']}>
      <h3 className={styles['label']}>{label}</h3>
      <ul className={styles['loadLines']}>
        {amounts.map((amount) => (
          <li key={`${amount.item} ${amount.unit}`} className={styles['loadLine']}>
            <TickBox />
            <Amount {...amount} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The number first and largest. */
export function Amount({ count, unit, item }: PrintedAmount): ReactElement {
  return (
    <span className={styles['amount']}>
      <b className={styles['count']}>{count}</b>
      <span className={styles['what']}>
        <strong>{item}</strong>
        {unit === '' ? null : `, ${unit}`}
      </span>
    </span>
  );
}

/** Room for a stamp, a signature, and what the columns do not ask. */
export function SheetFoot({ words }: { readonly words: PrintWords }): ReactElement {
  return (
    <footer className={styles['foot']}>
      <div className={styles['notes']}>
        <p className={styles['label']}>{words.notes}</p>
        <p className={styles['line']} />
        <p className={styles['line']} />
        <p className={styles['signature']}>
          <span className={styles['label']}>{words.signature}</span>
          <span className={styles['line']} />
        </p>
      </div>
      <p className={styles['stamp']}>{words.stamp}</p>
    </footer>
  );
}
