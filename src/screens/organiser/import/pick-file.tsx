import type { ReactElement } from 'react';
import { Banner } from '#ui/banner.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { useWords } from '../../common/words.ts';
import type { FileFailure } from './opened-file.ts';

/** What the system's own dialog shows. */
export const ACCEPTED_FILES =
  '.xlsx,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type PickFileProps = {
  readonly failure: FileFailure['code'] | undefined;
  /** Everything that is here already is known, so that nothing is made twice. */
  readonly isReady: boolean;
  readonly isFirst: boolean;
  readonly onPick: (file: File) => void;
};

/** Where a file is chosen, and why the last one could not be read. */
export function PickFile({ failure, isReady, isFirst, onPick }: PickFileProps): ReactElement {
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
        accept={ACCEPTED_FILES}
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
