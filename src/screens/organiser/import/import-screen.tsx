import { useEffect, useState, type ReactElement } from 'react';
import type { Mapping } from '#domain/import/fields.ts';
import { guessMapping } from '#domain/import/guess-mapping.ts';
import type { ImportPlan, Present } from '#domain/import/plan.ts';
import { freshness } from '#store/queries/freshness.ts';
import { importPresent } from '#store/queries/import-present.ts';
import { Banner } from '#ui/banner.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { useClient } from '../../common/client.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { ImportDone } from './import-done.tsx';
import { ImportReview } from './import-review.tsx';
import { ImportRun } from './import-run.tsx';
import { loadParser, type ParsedLines } from './parse-lines.ts';
import type { ImportOutcome } from './perform-import.ts';
import { type FileFailure, readFile } from './read-file.ts';
import { Page } from '../page.tsx';

/**
 *   pick --file--> reading --> review --start--> importing --> done
 *     |               `--unreadable--> pick          `--stop--> done
 *     `------------------------ another file --------------------'
 */
export type Stage =
  | { readonly type: 'pick'; readonly failure: FileFailure['code'] | undefined }
  | { readonly type: 'reading' }
  | { readonly type: 'review'; readonly lines: ParsedLines; readonly mapping: Mapping; readonly present: Present }
  | { readonly type: 'importing'; readonly plan: ImportPlan }
  | { readonly type: 'done'; readonly plan: ImportPlan; readonly outcome: ImportOutcome };

/** A file of checkpoints or of past deliveries: read, understood, looked at, and only then brought in. */
export function ImportScreen(): ReactElement {
  const words = useWords('csv');
  const { store } = useClient();
  const clock = useBranchClock();
  const fresh = useQuery(freshness);
  const [stage, setStage] = useState<Stage>({ type: 'pick', failure: undefined });
  useEffect(() => {
    // What fails now is asked for again with the file.
    loadParser().catch(() => {});
  }, []);
  const read = async (file: File): Promise<void> => {
    setStage({ type: 'reading' });
    const lines = await readFile(file);
    if (!lines.ok) setStage({ type: 'pick', failure: lines.error.code });
    else {
      const mapping = guessMapping(lines.value.cells);
      setStage({ type: 'review', lines: lines.value, mapping, present: await importPresent(store) });
    }
  };
  if (stage.type === 'review' && clock !== undefined) {
    return (
      <ImportReview
        {...stage}
        today={clock.today}
        onMap={(mapping) => setStage({ ...stage, mapping })}
        onPick={(file) => void read(file)}
        onStart={(plan) => setStage({ type: 'importing', plan })}
      />
    );
  }
  return (
    <Page title={words.title} back="/places">
      {stage.type === 'importing' ? (
        <ImportRun plan={stage.plan} onEnd={(outcome) => setStage({ type: 'done', plan: stage.plan, outcome })} />
      ) : null}
      {stage.type === 'done' ? <ImportDone plan={stage.plan} outcome={stage.outcome} /> : null}
      {stage.type === 'pick' || stage.type === 'done' ? (
        <Pick
          failure={stage.type === 'pick' ? stage.failure : undefined}
          isReady={fresh.type === 'known' && fresh.value.rows === 'whole'}
          isFirst={stage.type === 'pick'}
          onPick={(file) => void read(file)}
        />
      ) : null}
      <p role="status">{stage.type === 'reading' ? words.reading : null}</p>
    </Page>
  );
}

type PickProps = {
  readonly failure: FileFailure['code'] | undefined;
  /** Everything that is here already is known, so that nothing is made twice. */
  readonly isReady: boolean;
  readonly isFirst: boolean;
  readonly onPick: (file: File) => void;
};

function Pick({ failure, isReady, isFirst, onPick }: PickProps): ReactElement {
  const words = useWords('csv');
  if (!isReady) return <Banner tone="info" title={words.notLoadedYet} />;
  return (
    <>
      {isFirst ? <p>{words.lead}</p> : null}
      <div role="alert">
        {failure === undefined ? null : <Banner tone="warn" title={failureText(failure, words)} />}
      </div>
      <FilePick
        label={isFirst ? words.pick : words.pickAnother}
        hint={words.pickHint}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onPick={([file]) => {
          if (file !== undefined) onPick(file);
        }}
      />
    </>
  );
}

function failureText(failure: FileFailure['code'], words: ReturnType<typeof useWords<'csv'>>): string {
  return failure === 'tooBig' ? words.tooLarge : words[failure];
}
