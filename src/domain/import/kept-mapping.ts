import * as v from 'valibot';
import { cellAt, type Cells, sameText } from './cells.ts';
import { importKinds, type Mapping } from './fields.ts';

/** So many files are remembered; the oldest is forgotten first. */
const MAX_KEPT = 20;
/** Wider than any sheet that is read. */
const MAX_COLUMN = 16_384;

const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COLUMN));
const mapping = v.object({
  kind: v.picklist(importKinds),
  headerLine: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  columns: v.record(v.string(), column),
  decimalSign: v.picklist(['comma', 'point', 'unclear']),
  dayOrder: v.picklist(['dayFirst', 'monthFirst']),
  unitForAll: v.string(),
  headcountForAll: v.string(),
  itemForAll: v.string(),
});
const keptMappings = v.array(v.object({ headings: v.string(), mapping }));
export type KeptMapping = { readonly headings: string; readonly mapping: Mapping };

/** Reads what was kept, perhaps by an older version; nothing of it when it is not of its shape. */
export function readKeptMappings(kept: unknown): readonly KeptMapping[] {
  const parsed = v.safeParse(keptMappings, kept);
  return parsed.success ? parsed.output : [];
}

/** How a file with these headings was read last time; undefined for headings that nobody has seen. */
export function keptMappingOf(kept: readonly KeptMapping[], head: Cells): Mapping | undefined {
  return kept.find(
    ({ headings, mapping: { headerLine } }) => headings !== '' && headings === headingsOf(head, headerLine),
  )?.mapping;
}

/** The same list with this reading in front. A file without headings cannot be known again. */
export function withKeptMapping(kept: readonly KeptMapping[], head: Cells, mapping: Mapping): readonly KeptMapping[] {
  const headings = headingsOf(head, mapping.headerLine);
  if (headings === '') return kept;
  return [{ headings, mapping }, ...kept.filter((one) => one.headings !== headings)].slice(0, MAX_KEPT);
}

function headingsOf(head: Cells, headerLine: number): string {
  const row = head[headerLine - 1] ?? [];
  return row
    .map((_, index) => sameText(cellAt(row, index)))
    .join('\n')
    .trim();
}
