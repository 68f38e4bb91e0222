import type { Body, Kind } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { type ReportQuestion, type SupplyReport, supplyReport } from '#domain/views/supply-report.ts';
import { type Identified, present } from '../sponsor/sponsor-rows.ts';
import type { Storage, Transaction } from '../storage/port.ts';
import { catchUpSums } from './catch-up.ts';

/** A branch's report, with what its ids are called. */
export type BranchReport = {
  readonly branch: string;
  readonly report: SupplyReport;
  readonly sponsorNames: ReadonlyMap<string, string>;
  readonly itemsById: ReadonlyMap<string, Body<'item'>>;
};

/** What became of everything that was given in a branch over a period, with everything that is committed. */
export async function reportOf(storage: Storage, branch: BranchId, question: ReportQuestion): Promise<BranchReport> {
  await catchUpSums(storage, branch);
  return storage.transact(branch, async (transaction) => {
    const step = question.by === 'day' || question.by === 'month' ? question.by : 'whole';
    const pledges = await all(transaction, 'pledge');
    const [own] = present<'branch'>(await transaction.rows([{ kind: 'branch', id: branch as string as RowId }]));
    const sponsors = await all(transaction, 'sponsor');
    return {
      branch: own?.body.name ?? '',
      report: supplyReport(await transaction.sumsOf(question, step), pledges, question),
      sponsorNames: new Map(sponsors.map(({ id, body }) => [id, body.name])),
      itemsById: new Map((await all(transaction, 'item')).map(({ id, body }) => [id, body])),
    };
  });
}

async function all<K extends Kind>(transaction: Transaction, kind: K): Promise<readonly Identified<K>[]> {
  return present<K>(await transaction.rowsOfKind(kind));
}
