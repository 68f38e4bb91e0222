import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '../common/words.ts';
import { PhotoOfGoods } from './photo-of-goods.tsx';
import { RecordCard } from './record-card.tsx';

export type StopRecordsProps = {
  readonly view: RunInFull;
  readonly stop: StopProgress;
  readonly onCorrect: (delivery: RowId) => void;
};

/** What was recorded at a stop. */
export function StopRecords({ view, stop, onCorrect }: StopRecordsProps): ReactElement {
  const { stop: words } = useWords('driver');
  return (
    <Section heading={words.history}>
      <Stack>
        {stop.records.map((record) => (
          <RecordCard
            key={record.delivery}
            record={record}
            items={view.itemsById}
            standings={record.rows.flatMap((id) => view.standingsById.get(id) ?? [])}
            onCorrect={() => onCorrect(record.delivery)}
          />
        ))}
        {stop.records.map(({ delivery, lines }) =>
          lines.length === 0 ? null : (
            <PhotoOfGoods key={delivery} delivery={delivery} run={view.id} on={view.run.on} />
          ),
        )}
        {stop.records.length === 0 ? <p>{words.withdrawn}</p> : null}
      </Stack>
    </Section>
  );
}
