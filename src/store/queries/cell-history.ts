import { newRowId, originOfRow } from '#domain/context.ts';
import type { MutationName } from '#domain/mutators.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { cellHistory, type CellStep, type OwnEntry } from '#domain/views/cell-history.ts';
import type { PhoneDatabase } from '../database.ts';
import type { Identity } from '../identity.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import { readMutation } from './unsent.ts';

const TOLD: ReadonlySet<string> = new Set<MutationName>([
  'requirementSet',
  'dayRequirementSet',
  'cancellationSet',
  'runPlan',
  'runAmend',
  'runAssign',
  'runCancel',
  'stopsMove',
]);

export type KnownCellHistory = {
  readonly steps: readonly CellStep[];
  /** What runs and people are called. */
  readonly runLabels: ReadonlyMap<RowId, string>;
  readonly memberNames: ReadonlyMap<RowId, string>;
};

/** What this phone holds of a cell: its own log as far as it is kept, the runs of the day, and the records. Nothing is asked of anybody. */
export async function knownCellHistory(
  { database }: PhoneStore,
  checkpoint: string,
  window: string,
  on: string,
): Promise<KnownCellHistory> {
  const { log, exceptions, meta, run, delivery, correction, device, member } = database;
  return database.transaction('r', [log, exceptions, meta, run, delivery, correction, device, member], async () => {
    const day = on as Day;
    const [identity, runs, deliveries, devices, members] = await Promise.all([
      readMeta(database, 'identity'),
      run.where('body.on').equals(day).toArray(),
      delivery.where('body.on').equals(day).toArray(),
      device.toArray(),
      member.toArray(),
    ]);
    const found = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const corrections = found.filter((row) => row !== undefined);
    const memberByDevice = new Map<string, RowId>(devices.map(({ id, body }) => [id, body.member]));
    const cell = { checkpoint: checkpoint as RowId, window: window as RowId, on: day };
    const steps = cellHistory(cell, {
      self: identity?.member ?? ('' as RowId),
      entries: identity === undefined ? [] : await ownEntries(database, identity),
      runs,
      makerOf: (id) => memberByDevice.get(originOfRow(id)?.device ?? ''),
      deliveries,
      correctionsById: new Map(corrections.map(({ id, body }) => [id, body])),
    });
    return {
      steps,
      runLabels: new Map(runs.map(({ id, body }) => [id, body.label])),
      memberNames: new Map(members.map(({ id, body }) => [id, body.name])),
    };
  });
}

async function ownEntries(database: PhoneDatabase, { device }: Identity): Promise<readonly OwnEntry[]> {
  const records = await database.log.filter(({ name }) => TOLD.has(name)).toArray();
  const refused = new Set(
    (await database.exceptions.filter(({ status }) => status === 'rejected').toArray()).map(({ number }) => number),
  );
  return records.flatMap((record): readonly OwnEntry[] => {
    const mutation = readMutation(record);
    if (mutation.name === 'unreadable') return [];
    const { number, claimedAt } = record;
    const firstRow = newRowId({ device, mutationNumber: number });
    return [{ mutation, claimedAt, firstRow, standing: refused.has(number) ? 'refused' : 'counts' }];
  });
}
