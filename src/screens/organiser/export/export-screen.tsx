import type { ReactElement } from 'react';
import { exportTableIds } from '#domain/export/export-table.ts';
import { freshness } from '#store/queries/freshness.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TroubleBanner } from '../../common/trouble-banner.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { useExport } from './use-export.ts';

/** Everything of the branch as files, made on this device. */
export function ExportScreen(): ReactElement {
  const words = useWords('export');
  const errors = useWords('errors');
  const fresh = useQuery(freshness);
  return (
    <Page title={words.title} back="/places">
      <p>{words.lead}</p>
      {fresh.type === 'known' && fresh.value.rows !== 'whole' ? (
        <TroubleBanner tone="info" trouble={errors.storage.notLoadedYet} />
      ) : null}
      <Files />
    </Page>
  );
}

function Files(): ReactElement {
  const words = useWords('export');
  const { hasFailed, saveWorkbook, saveMap, saveList } = useExport();
  return (
    <>
      <div role="alert">{hasFailed ? <Banner tone="warn" title={words.failed} /> : null}</div>
      <Stack direction="row">
        <Button look="primary" icon="download" onPress={saveWorkbook}>
          {words.workbook}
        </Button>
        <Button icon="pin" onPress={saveMap}>
          {words.map}
        </Button>
      </Stack>
      <Section heading={words.lists}>
        <p>{words.listsLead}</p>
        <Stack direction="row" gap="small">
          {exportTableIds.map((id) => (
            <Button key={id} icon="download" onPress={() => saveList(id)}>
              {words.tables[id]}
            </Button>
          ))}
        </Stack>
      </Section>
    </>
  );
}
