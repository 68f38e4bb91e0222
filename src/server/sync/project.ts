import { grantsOf, type Grant, openedTo } from '#domain/audiences.ts';
import { type Body, type Kind, type Patch, type Row, rowKeyText, type RowKey } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { GrantRow } from '../storage/port.ts';
import { moveRecords } from './move-records.ts';
import { holdDependencies, type Sight, sightsOf, tellSights } from './sights.ts';
import { hold, holdPatch, NOBODY, type Origin, tell, tellDeparture, type Work } from './work.ts';

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
  await holdDependencies(work, after);
  await holdDependencies(work, before);
  tellSights(
    work,
    { before: sightsOf(work, before, granted), after: sightsOf(work, after, granted) },
    { body: after?.body ?? null, json, origin },
  );
  if (before?.kind === 'run' && after?.kind === 'run') await moveRecords(work, patch.id, before.body, after.body);
  await moveGrants(work, patch, before, after);
}

/** Runs open places, kitchens and cancellations, requests their places, and nothing else is opened: a delivery costs no look at the grants. */
function mayBeGranted(kind: Kind): boolean {
  return kind === 'checkpoint' || kind === 'kitchen' || kind === 'cancellation';
}

function rowOf(key: RowKey, body: Body | null): Row | undefined {
  return body === null ? undefined : ({ kind: key.kind, id: key.id, body } as Row);
}

/** Opens to audiences what the row opens now, and takes away what it alone had opened. */
async function moveGrants(work: Work, by: RowKey, before: Row | undefined, after: Row | undefined): Promise<void> {
  const [old, next] = [before, after].map((row) => (row === undefined ? [] : grantsOf(work.branch, row)));
  if (old === undefined || next === undefined || (old.length === 0 && next.length === 0)) return;
  const added = next.filter((grant) => !old.some((known) => isSame(known, grant)));
  const removed = old.filter((grant) => !next.some((kept) => isSame(kept, grant)));
  await hold(work, [...added, ...removed]);
  for (const grant of added) {
    const others = await holders(work, grant);
    const seen = seenBy(work, grant);
    if (others.length === 0 && seen !== undefined) {
      tell(work, { ...seen, json: rowJson(seen.kind, seen.body) }, { origin: NOBODY, isNew: true });
    }
  }
  await work.transaction.addGrants(added.map((grant) => grantRow(grant, by)));
  await work.transaction.removeGrants(removed.map((grant) => grantRow(grant, by)));
  for (const grant of removed) {
    const others = await holders(work, grant);
    const seen = seenBy(work, grant);
    if (others.length === 0 && seen !== undefined) tellDeparture(work, seen, NOBODY);
  }
}

/** What a grant shows of the row that it opens; undefined while there is no such row. */
function seenBy(work: Work, grant: Grant): Sight | undefined {
  const row = rowOf(grant, work.held.get(rowKeyText(grant))?.body ?? null);
  return row && { audience: grant.audience, ...openedTo(grant.audience, row) };
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
