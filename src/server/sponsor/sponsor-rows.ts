import type { Body, Kind } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
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
  /** Released ones of deliveries of these runs that stand, whose pictures are here; in the order of ids. */
  readonly photos: readonly Identified<'photo'>[];
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
  const corrected = await transaction.rows(
    deliveries.flatMap(({ body }) => body.corrections.map((id) => ({ kind: 'correction', id }) as const)),
  );
  const correctionsById = byId(present<'correction'>(corrected));
  const needs = await all('need');
  const places = [...new Set(deliveries.map(({ body }) => body.checkpoint))];
  return {
    pledges,
    loads,
    runsById: byId(runs),
    deliveries,
    correctionsById,
    checkpointsById: byId(
      present<'checkpoint'>(await transaction.rows(places.map((id) => ({ kind: 'checkpoint', id })))),
    ),
    windowsById: byId(await all('mealWindow')),
    itemsById: byId(await all('item')),
    needs: needs.filter(({ body }) => body.status === 'open'),
    withdrawnNeeds: needs.filter(({ body }) => body.status === 'closed'),
    devices: await all('device'),
    contacts: await all('contact'),
    photos: await releasedPhotos(transaction, deliveries, correctionsById),
  };
}

async function releasedPhotos(
  transaction: Transaction,
  deliveries: readonly Identified<'delivery'>[],
  corrections: ReadonlyMap<RowId, Body<'correction'>>,
): Promise<readonly Identified<'photo'>[]> {
  const standing = deliveries.filter(({ body }) => countedDelivery(body, corrections).type === 'stands');
  const runByDelivery = new Map(standing.map(({ id, body }) => [id, body.run]));
  const released = present<'photo'>(await transaction.rowsOfKind('photo')).filter(
    ({ body }) => body.status === 'released' && body.run !== null && runByDelivery.get(body.delivery) === body.run,
  );
  if (released.length === 0) return [];
  const whole = new Set(await transaction.wholePictures(released.map(({ id }) => id)));
  return released.filter(({ id }) => whole.has(id));
}

/** The rows that are there, read. */
export function present<K extends Kind>(rows: readonly Pick<StateRow, 'id' | 'body'>[]): readonly Identified<K>[] {
  return rows.flatMap(({ id, body }) => (body === null ? [] : [{ id, body: JSON.parse(body) as Body<K> }]));
}

function byId<K extends Kind>(rows: readonly Identified<K>[]): ReadonlyMap<RowId, Body<K>> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}
