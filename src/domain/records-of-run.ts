import { type Body, type Kind, type Patch, put, type Row, type RowKey } from './rows.ts';
import type { RunBody } from './run.ts';
import type { RowId } from './scalars.ts';

/** The kinds of rows that say what became of a run. */
export type RecordKind = 'delivery' | 'returnableCount' | 'correction';

/** Finds a row as it stands; undefined when it is not there, or not loaded yet. */
export type FindBody = <K extends Kind>(kind: K, id: RowId) => Body<K> | undefined;

/** What the driver of a record's run is told of it. */
export type ToldToDriver = { readonly driver: RowId; readonly patch: Extract<Patch, { op: 'put' }> };

/** The rows besides itself that say to whom a record is shown. Asked again with what was found, it may name one more. */
export function dependsOn(row: Row, find: FindBody): readonly RowKey[] {
  if (row.kind === 'delivery' || row.kind === 'returnableCount') return runKey(row.body.run);
  if (row.kind !== 'correction') return [];
  const run = find('delivery', row.body.delivery)?.run ?? null;
  return [{ kind: 'delivery', id: row.body.delivery }, ...runKey(run)];
}

/**
 * A run that passes to another driver mid-way takes along what was recorded: which stops are done, and with how much. Who
 * it was, and what they wrote to the organisers, stays with the organisers.
 */
export function toldToDriver(row: Row<RecordKind>, find: FindBody): ToldToDriver | null {
  const runId = row.kind === 'correction' ? find('delivery', row.body.delivery)?.run : row.body.run;
  const driver = runId === null || runId === undefined ? null : driverToTell(find('run', runId));
  return driver === null || knows(row, driver) ? null : { driver, patch: nameless(row) };
}

/** Whose phone holds the run now; null when nobody's does. */
export function driverToTell(run: RunBody | undefined): RowId | null {
  return run === undefined || run.hasLeftPhone ? null : run.driver;
}

/** They recorded it, or it is about their own record: then they see it by their own right. */
function knows({ body }: Row<RecordKind>, driver: RowId): boolean {
  return body.member === driver || ('deliveryMember' in body && body.deliveryMember === driver);
}

function nameless(row: Row<RecordKind>): ToldToDriver['patch'] {
  const patch =
    row.kind === 'delivery'
      ? put('delivery', row.id, { ...row.body, note: '', member: null, device: null })
      : row.kind === 'correction'
        ? put('correction', row.id, { ...row.body, note: '', member: null, deliveryMember: null })
        : put('returnableCount', row.id, { ...row.body, member: null });
  return patch as ToldToDriver['patch'];
}

function runKey(run: RowId | null): readonly RowKey[] {
  return run === null ? [] : [{ kind: 'run', id: run }];
}
