import { driverToTell } from '#domain/records-of-run.ts';
import { type Body, type Kind, type Row, rowKeyText, type RowKey } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { type Sights, sightsOf, tellSights } from './sights.ts';
import { hold, NOBODY, type Work } from './work.ts';

/** A run went to another driver, or left its driver's phone: what was recorded on it follows. */
export async function moveRecords(work: Work, id: RowId, before: Body<'run'>, after: Body<'run'>): Promise<void> {
  if (driverToTell(before) === driverToTell(after)) return;
  for (const record of await recordsOf(work, id)) {
    const old = sightsOf(work, record, [], { id, body: before });
    const next = sightsOf(work, record, [], { id, body: after });
    const nobodys = { body: null, json: null, origin: NOBODY };
    tellSights(work, { before: beyond(old, next), after: beyond(next, old) }, nobodys);
  }
}

/** Those of the one that are not of the other: whoever sees the same as before need not hear of it. */
function beyond(some: Sights, others: Sights): Sights {
  return new Map([...some].filter(([text]) => !others.has(text)));
}

/** Deliveries, counts and corrections of a run; those too that this work has made. */
async function recordsOf(work: Work, run: RowId): Promise<readonly Row[]> {
  await hold(work, await work.transaction.rowsOfRuns([run]));
  const named = [...work.held.keys()].flatMap((text) => {
    const row = heldRow(work, text);
    return (row?.kind === 'delivery' || row?.kind === 'returnableCount') && row.body.run === run ? [row] : [];
  });
  const corrections = named.flatMap((row): RowKey[] =>
    row.kind === 'delivery' ? row.body.corrections.map((id) => ({ kind: 'correction', id })) : [],
  );
  await hold(work, corrections);
  return [...named, ...corrections.flatMap((key) => heldRow(work, rowKeyText(key)) ?? [])];
}

function heldRow(work: Work, text: string): Row | undefined {
  const body = work.held.get(text)?.body ?? null;
  const at = text.indexOf('/');
  return body === null ? undefined : ({ kind: text.slice(0, at) as Kind, id: text.slice(at + 1), body } as Row);
}
