import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './section.module.css';

export type SectionProps = {
  readonly heading: string;
  readonly children: ReactNode;
  /** Words or a button at the end of the heading's line. */
  readonly aside?: ReactNode | undefined;
};

export function Section({ heading, children, aside }: SectionProps): ReactElement {
  const headingId = useId();
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <div className={styles['line']}>
        <h2 className={styles['heading']} id={headingId}>
          {heading}
        </h2>
        {aside === undefined ? null : <div className={styles['aside']}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
