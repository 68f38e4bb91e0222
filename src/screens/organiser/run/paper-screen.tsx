import { useEffect, useRef, useState, type ReactElement, type SyntheticEvent } from 'react';
import type { RecordedHow } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import { runRecord } from '#store/queries/run-record.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../../common/after-act.tsx';
import { useNavigate, useParams } from '../../common/router.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { type PaperStop, paperToBeginWith, type PaperWrong, readPaper } from './paper-draft.ts';
import { PaperStopFields } from './paper-stop-fields.tsx';
import type { RunShown } from './run-shown.ts';
import { useRunShown } from './use-run-shown.ts';

/** A whole run typed back from its sheet of paper: Tab from number to number, Enter saves all of it. */
export function PaperScreen(): ReactElement {
  const { id = '' } = useParams();
  const { paper } = useWords('organiser');
  const answer = useQuery(runRecord, id);
  const clock = useBranchClock();
  return (
    <Page title={paper.title} back={`/runs/${id}`}>
      {answer.type === 'unknown' || answer.value === null || clock === undefined ? null : (
        <Loaded record={answer.value} clock={clock} />
      )}
    </Page>
  );
}

function Loaded({ record, clock }: Pick<RunShown, 'record' | 'clock'>): ReactElement | null {
  const shown = useRunShown(record, clock);
  return shown === undefined ? null : <PaperForm {...shown} />;
}

const FROM: readonly RecordedHow[] = ['desk', 'told'];

function PaperForm({ record, stops, naming }: RunShown): ReactElement {
  const { paper: words, run: runWords } = useWords('organiser');
  const { recordedHow } = useWords('common');
  const { language } = useSettings();
  const navigate = useNavigate();
  const saving = useSave();
  // What is being saved must not be pulled away by its own first record.
  const [paper, setPaper] = useState<readonly PaperStop[]>(() => paperToBeginWith(stops, language));
  const [how, setHow] = useState<RecordedHow>('desk');
  const [wrong, setWrong] = useState<PaperWrong | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { status } = record.run;
  const isToDrive = status === 'planned' || status === 'underWay';
  const ending: readonly Mutation[] = isToDrive ? [{ name: 'runComplete', args: { run: record.id } }] : [];
  const finish = (saved: readonly unknown[] | null): void => {
    if (saved === null) return;
    say(words.saved(saved.length - ending.length));
    navigate(`/runs/${record.id}`, { replace: true });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readPaper(record, paper, how);
    setWrong(read.type === 'wrong' ? read.where : undefined);
    if (read.type === 'read') void saving.save(...read.mutations, ...ending).then(finish);
  };
  const isUnsure = saving.standing.type === 'unsure';
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="large">
        <p>{words.lead}</p>
        <div inert={isUnsure}>
          {paper.map((stop) => (
            <PaperStopFields
              key={stop.index}
              stop={stop}
              naming={naming}
              wrong={wrong}
              onChange={(next) => setPaper(paper.map((old) => (old.index === next.index ? next : old)))}
            />
          ))}
        </div>
        <Chips
          label={runWords.recordedHow}
          options={FROM.map((value) => ({ value, label: recordedHow[value] }))}
          value={how}
          onChange={setHow}
        />
        <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
        {isUnsure ? null : (
          <Button type="submit" look="primary" icon="tick" width="full" isBusy={saving.standing.type === 'saving'}>
            {words.save(paper.filter(({ isLeftOut }) => !isLeftOut).length)}
          </Button>
        )}
      </Stack>
    </form>
  );
}
