import type { Body, Kind } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { ReportRows } from '#domain/views/fulfilment-report.ts';
import type { StateRow, Transaction } from '../storage/port.ts';

export type Identified<K extends Kind> = { readonly id: RowId; readonly body: Body<K> };

/** What a sponsor's page is made of, before anything is left out. */
export type SponsorRows = ReportRows & {
  /** Shown by an organiser, and not withdrawn. */
  readonly needs: readonly Identified<'need'>[];
  readonly withdrawnNeeds: readonly Identified<'need'>[];
  readonly itemsById: ReadonlyMap<RowId, Body<'item'>>;
  readonly devices: readonly Identified<'device'>[];
  readonly contacts: readonly Identified<'contact'>[];
};

/** Reads what concerns one sponsor: their pledges, the runs that carried some of it, and what those delivered. */
export async function sponsorRows(transaction: Transaction, sponsor: RowId): Promise<SponsorRows> {
  const all = async <K extends Kind>(kind: K) => present<K>(await transaction.rowsOfKind(kind));
  const pledges = (await all('pledge')).filter(({ body }) => body.sponsor === sponsor);
  const own = new Set(pledges.map(({ id }) => id));
  const loads = (await all('load')).filter(({ body }) => body.lines.some(({ pledge }) => own.has(pledge)));
  const runIds = loads.map(({ id }) => id);
  const runs = present<'run'>(await transaction.rows(runIds.map((id) => ({ kind: 'run', id }))));
  const records = await transaction.rowsOfRuns(runIds);
  const deliveries = present<'delivery'>(records.filter(({ kind }) => kind === 'delivery'));
  const corrections = await transaction.rows(
    deliveries.flatMap(({ body }) => body.corrections.map((id) => ({ kind: 'correction', id }) as const)),
  );
  const needs = await all('need');
  const places = [...new Set(deliveries.map(({ body }) => body.checkpoint))];
  return {
    pledges,
    loads,
    runsById: byId(runs),
    deliveries,
    correctionsById: byId(present<'correction'>(corrections)),
    checkpointsById: byId(
      present<'checkpoint'>(await transaction.rows(places.map((id) => ({ kind: 'checkpoint', id })))),
    ),
    windowsById: byId(await all('mealWindow')),
    itemsById: byId(await all('item')),
    needs: needs.filter(({ body }) => body.status === 'open'),
    withdrawnNeeds: needs.filter(({ body }) => body.status === 'closed'),
    devices: await all('device'),
    contacts: await all('contact'),
  };
}

/** The rows that are there, read. */
export function present<K extends Kind>(rows: readonly Pick<StateRow, 'id' | 'body'>[]): readonly Identified<K>[] {
  return rows.flatMap(({ id, body }) => (body === null ? [] : [{ id, body: JSON.parse(body) as Body<K> }]));
}

function byId<K extends Kind>(rows: readonly Identified<K>[]): ReadonlyMap<RowId, Body<K>> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}
