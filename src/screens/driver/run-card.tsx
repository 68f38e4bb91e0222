import { useId, type ReactElement } from 'react';
import { loadingList } from '#domain/views/loading-list.ts';
import { names } from '#store/queries/names.ts';
import type { OwnRun } from '#store/queries/own-runs.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Banner } from '#ui/banner.tsx';
import { useSettings } from '../common/settings.tsx';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { amountsText } from './amounts-text.ts';
import { RunAnswer } from './run-answer.tsx';
import { runTitle, runWhen } from './run-title.ts';
import styles from './run-card.module.css';

export type RunCardProps = {
  readonly run: OwnRun;
  readonly today: string;
  /** Only the first has an amber button: one thing is to be done now. */
  readonly look: 'first' | 'later';
};

/** A run that is still to be answered or driven: when, from where, how much in all. */
export function RunCard({ run, today, look }: RunCardProps): ReactElement {
  const words = useWords('driver');
  const { stops, answers } = useWords('common');
  const { language } = useSettings();
  const go = useGo();
  const called = usePlaceName();
  const headingId = useId();
  const known = useQuery(names);
  const load = known.type === 'known' ? amountsText(loadingList(run.stops), known.value.itemsById, language) : '';
  return (
    <Card
      labelledBy={headingId}
      tone={look === 'first' && run.status === 'planned' && run.answer !== 'declined' ? 'now' : 'plain'}
    >
      <div className={styles['what']}>
        <h2 id={headingId} className={styles['title']}>
          {runTitle(run, words)}
        </h2>
        <p className={styles['when']}>{runWhen(run, today, language)}</p>
        <p>{`${stops(run.stops.length)} · ${load}`}</p>
        {run.kitchen === null ? null : <p>{words.runs.kitchen(called(run.kitchen))}</p>}
        {run.status === 'planned' && run.answer !== 'none' ? <p>{answers[run.answer]}</p> : null}
      </div>
      {run.status === 'cancelled' ? (
        <Banner tone="warn" title={words.run.cancelled} />
      ) : run.answer === 'accepted' ? null : (
        <RunAnswer id={run.id} answer={run.answer} look={look} />
      )}
      <ButtonLink
        href={`/run/${run.id}`}
        onGo={go}
        width="full"
        look={run.answer === 'accepted' && look === 'first' ? 'primary' : 'secondary'}
        size={run.answer === 'accepted' ? 'big' : 'normal'}
      >
        {words.runs.open}
      </ButtonLink>
    </Card>
  );
}
