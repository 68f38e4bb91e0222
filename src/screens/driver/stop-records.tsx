import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { StopProgress, StopRecord } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../common/after-act.tsx';
import { RecordMark } from '../common/record-mark.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { amountsText } from './amounts-text.ts';

export type StopRecordsProps = {
  readonly view: RunInFull;
  readonly stop: StopProgress;
  readonly onCorrect: (delivery: RowId) => void;
};

/** What was recorded at a stop; each record can be corrected, or taken back when it did not happen. */
export function StopRecords({ view, stop, onCorrect }: StopRecordsProps): ReactElement {
  const { stop: words } = useWords('driver');
  return (
    <Section heading={words.history}>
      <Stack>
        {stop.records.map((record) => (
          <RecordCard key={record.delivery} view={view} record={record} onCorrect={onCorrect} />
        ))}
        {stop.records.length === 0 ? <p>{words.withdrawn}</p> : null}
      </Stack>
    </Section>
  );
}

type RecordCardProps = Pick<StopRecordsProps, 'view' | 'onCorrect'> & { readonly record: StopRecord };

function RecordCard({ view, record, onCorrect }: RecordCardProps): ReactElement {
  const { stop: words, saved } = useWords('driver');
  const { reasons } = useWords('common');
  const { language } = useSettings();
  const saving = useSave();
  const amounts = record.lines.length === 0 ? saved.nothing : amountsText(record.lines, view.itemsById, language);
  const withdraw = async (): Promise<void> => {
    const done = await saving.save({ name: 'deliveryWithdraw', args: { delivery: record.delivery, note: '' } });
    if (done !== null) say(saved.undone);
  };
  return (
    <Card>
      <p>{record.isCorrected ? words.correctedTo(amounts) : amounts}</p>
      {record.reason === null ? null : <p>{reasons[record.reason]}</p>}
      <RecordMark standings={record.rows.flatMap((id) => view.standingsById.get(id) ?? [])} />
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      <Stack direction="even" gap="small">
        <Button width="full" onPress={() => onCorrect(record.delivery)}>
          {words.correct}
        </Button>
        <Button width="full" once={saving.tap} onPress={() => void withdraw()}>
          {words.withdraw}
        </Button>
      </Stack>
    </Card>
  );
}
