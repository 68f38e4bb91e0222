import { useState } from 'react';
import { csvText } from '#domain/export/csv-text.ts';
import type { ExportTableId } from '#domain/export/export-table.ts';
import { exportTables } from '#domain/export/export-tables.ts';
import { placesGeoJson } from '#domain/export/places-geojson.ts';
import { tableLines } from '#domain/export/table-lines.ts';
import { exportRows } from '#store/queries/export-rows.ts';
import { useClient } from '../../common/client.tsx';
import { useSettings } from '../../common/settings.tsx';
import { offerFile } from '../../common/unsent/offer-file.ts';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useWords } from '../../common/words.ts';
import { csvManner } from '#domain/export/csv-manner.ts';
import { writeXlsx } from '../spreadsheet/write-xlsx.ts';

export type ExportUse = {
  readonly saveWorkbook: () => void;
  readonly saveMap: () => void;
  readonly saveList: (id: ExportTableId) => void;
  readonly hasFailed: boolean;
};

/** What is taken out is read at the moment of the tap. */
export function useExport(): ExportUse {
  const { store } = useClient();
  const { language } = useSettings();
  const words = { ...useWords('common'), ...useWords('export') };
  const clock = useBranchClock();
  const [hasFailed, setHasFailed] = useState(false);
  const save = (name: string, make: () => Promise<Uint8Array | string>): void => {
    const offer = async (): Promise<void> => {
      const made = await make();
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made;
      offerFile(bytes, `${words.fileName}-${clock?.today ?? ''}-${name}`);
    };
    offer().then(
      () => setHasFailed(false),
      () => setHasFailed(true),
    );
  };
  const tables = async () => exportTables(await exportRows(store));
  return {
    hasFailed,
    saveWorkbook: () =>
      save(`${words.all}.xlsx`, async () => {
        const all = await tables();
        return writeXlsx(all.map((table) => ({ name: words.tables[table.id], rows: tableLines(table, words) })));
      }),
    saveMap: () => save(`${words.tables.checkpoints}.geojson`, async () => placesGeoJson(await exportRows(store))),
    saveList: (id) =>
      save(`${words.tables[id]}.csv`, async () => {
        const lines = (await tables()).filter((table) => table.id === id).flatMap((table) => tableLines(table, words));
        return csvText(lines, csvManner(language));
      }),
  };
}
