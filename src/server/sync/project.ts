import { type Audience, grantsOf, type Grant, projectionsOf } from '#domain/audiences.ts';
import { type Body, type Kind, type Patch, type Row, rowKeyText, type RowKey } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { GrantRow } from '../storage/port.ts';
import { hold, holdPatch, NOBODY, type Origin, tell, type Work } from './work.ts';

/** What one audience sees of a row: it may be another kind, with less in it. */
type Sight = RowKey & { readonly audience: Audience; readonly body: Body };

/** Takes a decided patch into the work, and tells every audience what it may see of it, or that it is gone. */
export async function applyPatch(work: Work, patch: Patch, origin: Origin): Promise<void> {
  await hold(work, [patch]);
  const before = rowOf(patch, work.held.get(rowKeyText(patch))?.body ?? null);
  const after = patch.op === 'put' ? rowOf(patch, patch.body) : undefined;
  const json = patch.op === 'put' ? rowJson(patch.kind, patch.body) : null;
  holdPatch(work, patch, json);

  const granted = mayBeGranted(patch.kind)
    ? (await work.transaction.grantsOn(patch)).map((grant) => grant.audience)
    : [];
  const seen = sights(work, after, granted);
  for (const sight of seen.values()) {
    // A projection with less in it has a body of its own, also where kind and id are the row's.
    const isWhole = patch.op === 'put' && sight.body === patch.body;
    tell(
      work,
      sight.audience,
      { ...sight, json: isWhole ? json : rowJson(sight.kind, sight.body) },
      isWhole ? origin : NOBODY,
    );
  }
  for (const [text, sight] of sights(work, before, granted)) {
    if (!seen.has(text)) tell(work, sight.audience, { ...sight, json: null }, NOBODY);
  }
  await moveGrants(work, patch, before, after);
}

/** Runs open places and kitchens, and nothing else is opened: a delivery costs no look at the grants. */
function mayBeGranted(kind: Kind): boolean {
  return kind === 'checkpoint' || kind === 'kitchen';
}

function rowOf(key: RowKey, body: Body | null): Row | undefined {
  return body === null ? undefined : ({ kind: key.kind, id: key.id, body } as Row);
}

function sights(work: Work, row: Row | undefined, granted: readonly Audience[]): ReadonlyMap<string, Sight> {
  const found = new Map<string, Sight>();
  if (row === undefined) return found;
  for (const { audience, patch } of projectionsOf(work.branch, row)) {
    found.set(`${audience} ${rowKeyText(patch)}`, { audience, kind: patch.kind, id: patch.id, body: patch.body });
  }
  for (const audience of granted) {
    found.set(`${audience} ${rowKeyText(row)}`, { audience, kind: row.kind, id: row.id, body: row.body });
  }
  return found;
}

/** Opens to audiences what the row opens now, and takes away what it alone had opened. */
async function moveGrants(work: Work, by: RowKey, before: Row | undefined, after: Row | undefined): Promise<void> {
  const [old, next] = [before, after].map((row) => (row === undefined ? [] : grantsOf(row)));
  if (old === undefined || next === undefined || (old.length === 0 && next.length === 0)) return;
  const added = next.filter((grant) => !old.some((known) => isSame(known, grant)));
  const removed = old.filter((grant) => !next.some((kept) => isSame(kept, grant)));
  await hold(work, added);
  for (const grant of added) {
    const others = await holders(work, grant);
    const row = work.held.get(rowKeyText(grant));
    if (others.length === 0 && row !== undefined && row.json !== null) {
      tell(work, grant.audience, { kind: grant.kind, id: grant.id, json: row.json }, NOBODY);
    }
  }
  await work.transaction.addGrants(added.map((grant) => grantRow(grant, by)));
  await work.transaction.removeGrants(removed.map((grant) => grantRow(grant, by)));
  for (const grant of removed) {
    const others = await holders(work, grant);
    if (others.length === 0) tell(work, grant.audience, { kind: grant.kind, id: grant.id, json: null }, NOBODY);
  }
}

async function holders(work: Work, grant: Grant): Promise<readonly GrantRow[]> {
  return (await work.transaction.grantsOn(grant)).filter((known) => known.audience === grant.audience);
}

function grantRow(grant: Grant, by: RowKey): GrantRow {
  return { audience: grant.audience, kind: grant.kind, id: grant.id, byKind: by.kind, byId: by.id };
}

function isSame(a: Grant, b: Grant): boolean {
  return a.audience === b.audience && a.kind === b.kind && a.id === b.id;
}
