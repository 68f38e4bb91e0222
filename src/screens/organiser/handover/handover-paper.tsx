import type { ReactElement } from 'react';
import { Sheet, Sheets } from '#ui/sheet.tsx';
import { useWords } from '../../common/words.ts';
import styles from './handover.module.css';
import type { HandoverPart } from './use-parts.ts';

export type HandoverPaperProps = {
  readonly parts: readonly HandoverPart[];
  /** Who took over last, in words. */
  readonly last: string;
  readonly asOf: string;
};

/** The same on one sheet, with a line to sign; on the screen it is not shown a second time. */
export function HandoverPaper({ parts, last, asOf }: HandoverPaperProps): ReactElement {
  const words = useWords('handover');
  return (
    <div className={styles['paper']}>
      <Sheets label={words.title}>
        <Sheet size="a4">
          <h2>{words.title}</h2>
          <p>{[asOf, last].join(' · ')}</p>
          {parts.map(({ heading, lines }) => (
            <section key={heading}>
              <h3>{words.counted(heading, lines.length)}</h3>
              <ul>
                {lines.map((line, index) => (
                  <li key={`${index} ${line}`}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
          <p className={styles['signature']}>{words.signature}</p>
        </Sheet>
      </Sheets>
    </div>
  );
}
