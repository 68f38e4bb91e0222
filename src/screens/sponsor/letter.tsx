import type { ReactElement } from 'react';
import { formatDay } from '#i18n/format.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import styles from './letter.module.css';
import { amountText, itemOf } from './texts.ts';

/** A page of thanks with the sums; on paper only. */
export function Letter({ page }: { readonly page: SponsorPage }): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  return (
    <article className={styles['letter']}>
      <p className={styles['head']}>{words.appName}</p>
      <h1>{words.letterTitle}</h1>
      <p>{words.letterTo(page.sponsor)}</p>
      <p>{words.letterText(page.branch)}</p>
      <p>
        {words.letterSums} {words.sentence(page.all.runCount, page.all.checkpointCount)}
      </p>
      <table className={styles['sums']}>
        <thead>
          <tr>
            <th scope="col">{words.columns.item}</th>
            <th scope="col">{words.promised}</th>
            <th scope="col">{words.loaded}</th>
            <th scope="col">{words.delivered}</th>
          </tr>
        </thead>
        <tbody>
          {page.all.items.map((sum) => (
            <tr key={sum.item}>
              <th scope="row">{itemOf(page, sum.item).name}</th>
              <td>{amountText(page, sum.item, sum.promised, language)}</td>
              <td>{amountText(page, sum.item, sum.loaded, language)}</td>
              <td>{amountText(page, sum.item, sum.delivered, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.letterOn(formatDay(page.today, language, 'long'))}</p>
      <p className={styles['sign']}>{words.letterSign}</p>
    </article>
  );
}
