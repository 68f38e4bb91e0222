import { type Audience, openedTo, projectionsOf } from '#domain/audiences.ts';
import { dependsOn, type FindBody } from '#domain/records-of-run.ts';
import { type Body, type Kind, type Row, rowKeyText, type RowKey } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { RowId } from '#domain/scalars.ts';
import { hold, NOBODY, type Origin, tell, tellDeparture, type Work } from './work.ts';

/** What one audience sees of a row: it may be another kind, with less in it. */
export type Sight = RowKey & { readonly audience: Audience; readonly body: Body };
/** By audience and key. */
export type Sights = ReadonlyMap<string, Sight>;

/** Loads the rows that say to whom this one is shown. */
export async function holdDependencies(work: Work, row: Row | undefined): Promise<void> {
  if (row === undefined) return;
  const find = finder(work);
  await hold(work, dependsOn(row, find));
  // A correction names its delivery, and the delivery its run.
  await hold(work, dependsOn(row, find));
}

/**
 * What everybody sees of a row whose dependencies are held.
 * @param granted to whom other rows open it
 * @param run as this run was or will be, where that is not how it is held
 */
export function sightsOf(
  work: Work,
  row: Row | undefined,
  granted: readonly Audience[],
  run?: { readonly id: RowId; readonly body: Body<'run'> },
): Sights {
  const found = new Map<string, Sight>();
  if (row === undefined) return found;
  const held = finder(work);
  const find: FindBody = (kind, id) => (kind === 'run' && id === run?.id ? run.body : held(kind, id));
  for (const { audience, patch } of projectionsOf(work.branch, row, find)) {
    found.set(`${audience} ${rowKeyText(patch)}`, { audience, kind: patch.kind, id: patch.id, body: patch.body });
  }
  for (const audience of granted) {
    const { kind, id, body } = openedTo(audience, row);
    found.set(`${audience} ${rowKeyText({ kind, id })}`, { audience, kind, id, body });
  }
  return found;
}

/** Tells everybody who saw a row, or sees one now. A body with less in it than `whole` is told whole, as nobody's own. */
export function tellSights(
  work: Work,
  { before, after }: { readonly before: Sights; readonly after: Sights },
  whole: { readonly body: Body | null; readonly json: string | null; readonly origin: Origin },
): void {
  for (const [text, sight] of after) {
    const isWhole = sight.body === whole.body;
    const json = isWhole && whole.json !== null ? whole.json : rowJson(sight.kind, sight.body);
    tell(work, { ...sight, json }, { origin: isWhole ? whole.origin : NOBODY, isNew: !before.has(text) });
  }
  // Whoever took a row away knows that it is gone; whoever moved it does not see where it went.
  const origin = whole.body === null ? whole.origin : NOBODY;
  for (const [text, sight] of before) if (!after.has(text)) tellDeparture(work, sight, origin);
}

function finder(work: Work): FindBody {
  return <K extends Kind>(kind: K, id: RowId) => work.held.get(rowKeyText({ kind, id }))?.body ?? undefined;
}
