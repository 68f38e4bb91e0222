import { useState, type ReactElement } from 'react';
import type { ImportPlan } from '#domain/import/plan.ts';
import { assert } from '#lib/assert.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { freshness } from '#store/queries/freshness.ts';
import { importPresent } from '#store/queries/import-present.ts';
import { useClient } from '../../common/client.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { HalfImportBanner } from './half-import-banner.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportReview, type Review } from './import-review.tsx';
import { ImportRun } from './import-run.tsx';
import { recalledMapping, rememberMapping } from './kept-mappings.ts';
import type { FileFailure } from './opened-file.ts';
import type { ImportOutcome } from './perform-import.ts';
import { PickFile } from './pick-file.tsx';
import { useDesk } from './use-desk.ts';
import { Page } from '../page.tsx';

/**
 *   pick --file--> reading --> review --start--> importing --> done
 *     |               `--unreadable--> pick          `--stop--> done
 *     `------------------------ another file --------------------'
 */
type Stage =
  | { readonly type: 'pick'; readonly failure: FileFailure['code'] | undefined }
  | { readonly type: 'reading' }
  | { readonly type: 'review'; readonly review: Review }
  | { readonly type: 'importing'; readonly plan: ImportPlan }
  | { readonly type: 'done'; readonly plan: ImportPlan; readonly outcome: ImportOutcome };

/** A file of lists: read, understood, looked at, and only then brought in. */
export function ImportScreen(): ReactElement {
  const words = useWords('csv');
  const { store } = useClient();
  const clock = useBranchClock();
  const fresh = useQuery(freshness);
  const desk = useDesk();
  const [stage, setStage] = useState<Stage>({ type: 'pick', failure: undefined });
  const show = async (opened: OpenedReview): Promise<void> =>
    setStage({ type: 'review', review: await asRecalled(store, opened) });
  const read = async (file: File): Promise<void> => {
    setStage({ type: 'reading' });
    const opened = await desk().open(file);
    if (!opened.ok) setStage({ type: 'pick', failure: opened.error.code });
    else await show({ sheets: opened.value, sheet: 0, present: await importPresent(store) });
  };
  const pick = (file: File): void =>
    // Whatever went wrong with the desk, the file can be chosen again.
    void read(file).catch(() => setStage({ type: 'pick', failure: 'unreadable' }));
  if (stage.type === 'review' && clock !== undefined) {
    const { review } = stage;
    const start = (plan: ImportPlan): void => {
      // A reading that did not come to be kept is guessed again next time.
      const head = review.sheets[review.sheet]?.head ?? [];
      rememberMapping(store, head, review.mapping).catch(() => undefined);
      setStage({ type: 'importing', plan });
    };
    return (
      <ImportReview
        review={review}
        desk={desk}
        today={clock.today}
        onChange={(next) => setStage({ type: 'review', review: next })}
        onSheet={(sheet) => void show({ ...review, sheet })}
        onPick={pick}
        onStart={start}
      />
    );
  }
  return (
    <Page title={words.title} back="/places">
      {stage.type === 'importing' ? (
        <ImportRun plan={stage.plan} onEnd={(outcome) => setStage({ type: 'done', plan: stage.plan, outcome })} />
      ) : null}
      {stage.type === 'done' ? <ImportDone plan={stage.plan} outcome={stage.outcome} /> : null}
      {stage.type === 'pick' ? <HalfImportBanner /> : null}
      {stage.type === 'pick' || stage.type === 'done' ? (
        <PickFile
          failure={stage.type === 'pick' ? stage.failure : undefined}
          isReady={fresh.type === 'known' && fresh.value.rows === 'whole'}
          isFirst={stage.type === 'pick'}
          onPick={pick}
        />
      ) : null}
      <p role="status">{stage.type === 'reading' ? words.reading : null}</p>
    </Page>
  );
}

type OpenedReview = Omit<Review, 'mapping' | 'isRecalled'>;

/** Read as a file with the same headings was read last time, or else as its headings suggest. */
async function asRecalled(store: PhoneStore, opened: OpenedReview): Promise<Review> {
  const sheet = opened.sheets[opened.sheet];
  assert(sheet !== undefined, 'a file that was opened has a sheet');
  const recalled = await recalledMapping(store, sheet.head);
  return { ...opened, mapping: recalled ?? sheet.guess, isRecalled: recalled !== undefined };
}
