import type { ReactElement } from 'react';
import { names } from '#store/queries/names.ts';
import { unplannedDeliveries } from '#store/queries/unplanned-deliveries.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { RecordMark } from '../common/record-mark.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { RecordCard } from './record-card.tsx';

export type UnplannedRecordsProps = { readonly from: string };

/** What was delivered outside any run: to be seen, and to be taken back when it did not happen. */
export function UnplannedRecords({ from }: UnplannedRecordsProps): ReactElement | null {
  const { unplanned, stop } = useWords('driver');
  const answer = useQuery(unplannedDeliveries, from);
  const called = usePlaceName();
  const known = useQuery(names);
  if (answer.type === 'unknown' || known.type === 'unknown' || answer.value.length === 0) return null;
  return (
    <Section heading={unplanned.earlier}>
      <Stack gap="small">
        {answer.value.map(({ record, place, standings }) => (
          <Disclosure
            key={record.delivery}
            summary={
              <>
                {called(place) ?? stop.placeUnknown} <RecordMark standings={standings} />
              </>
            }
          >
            <RecordCard record={record} items={known.value.itemsById} standings={standings} />
          </Disclosure>
        ))}
      </Stack>
    </Section>
  );
}
