import type { BranchId, Count, RowId } from '#domain/scalars.ts';
import type { PeriodSum, SumStep, Transaction } from '../port.ts';
import type { Found, statements } from './rows.ts';

/** What is put in place of the day, so that days of one step fall together. */
const STEPS: Readonly<Record<SumStep, string>> = { day: 'on_day', month: 'substr(on_day, 1, 7)', whole: "''" };

/** The sums of a branch that reports are made of. */
export function sumsIn(sql: ReturnType<typeof statements>, branch: BranchId) {
  return {
    writeSums: async (sources, sums) => {
      const remove = sql('DELETE FROM supply_sum WHERE branch = ? AND source = ?');
      for (const source of sources) remove.run(branch, source);
      const write = sql('INSERT INTO supply_sum VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
      for (const { source, on, pledge, item, district, loaded, delivered, leftOver, onTheWay } of sums) {
        const place = [source, on, pledge ?? '', item, district === null ? 1 : 0, district ?? ''] as const;
        write.run(branch, ...place, loaded, delivered, leftOver, onTheWay);
      }
    },
    sumsOf: async ({ from, to }, step) =>
      sql(`SELECT ${STEPS[step]} AS step, pledge, item, carried, district, sum(loaded) AS loaded,
        sum(delivered) AS delivered, sum(left_over) AS left_over, sum(on_the_way) AS on_the_way FROM supply_sum
        WHERE branch = ? AND on_day BETWEEN ? AND ? GROUP BY step, pledge, item, carried, district`)
        .all(branch, from, to)
        .map(foundToSum),
  } satisfies Partial<Transaction>;
}

function foundToSum(row: Found): PeriodSum {
  return {
    on: String(row['step']),
    pledge: row['pledge'] === '' ? null : (row['pledge'] as RowId),
    item: row['item'] as RowId,
    district: row['carried'] === 1 ? null : String(row['district']),
    loaded: Number(row['loaded']) as Count,
    delivered: Number(row['delivered']) as Count,
    leftOver: Number(row['left_over']) as Count,
    onTheWay: Number(row['on_the_way']) as Count,
  };
}
