import type { Cells } from '#domain/import/cells.ts';
import type { Mapping } from '#domain/import/fields.ts';
import { keptMappingOf, readKeptMappings, withKeptMapping } from '#domain/import/kept-mapping.ts';
import { keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import type { PhoneStore } from '#store/phone-store.ts';

const KEPT_AS = 'import-mappings';

/** How a file with the same headings was read last time on this device. */
export async function recalledMapping(store: PhoneStore, head: Cells): Promise<Mapping | undefined> {
  return keptMappingOf(readKeptMappings(await draft(store, KEPT_AS)), head);
}

export async function rememberMapping(store: PhoneStore, head: Cells, mapping: Mapping): Promise<void> {
  const kept = readKeptMappings(await draft(store, KEPT_AS));
  await keepDraft(store, KEPT_AS, withKeptMapping(kept, head, mapping));
}
