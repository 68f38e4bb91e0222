import type { ReactElement } from 'react';
import { formerHolders } from '#store/queries/former-holders.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { SaveAsFile } from './save-as-file.tsx';

/** What those who had this phone before have not sent yet: it is theirs, and goes by itself. */
export function FormerRecords(): ReactElement | null {
  const { unsent: words } = useWords('common');
  const answer = useQuery(formerHolders);
  const waiting = answer.type === 'known' ? answer.value.filter(({ unsent }) => unsent > 0) : [];
  if (waiting.length === 0) return null;
  return (
    <Section heading={words.formersHeading}>
      <Stack>
        <p>{words.formersLead}</p>
        {waiting.map(({ device, name, unsent }) => (
          <Stack key={device} gap="small">
            <List>
              <ListRow icon="people" title={name} detail={words.formerUnsent(unsent)} />
            </List>
            <SaveAsFile former={device} />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
