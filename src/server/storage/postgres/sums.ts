import type pg from 'pg';
import type { BranchId, Count, RowId } from '#domain/scalars.ts';
import type { PeriodSum, SumStep, Transaction } from '../port.ts';
import { columns } from './rows.ts';

/** What is put in place of the day, so that days of one step fall together. */
const STEPS: Readonly<Record<SumStep, string>> = { day: 'on_day', month: 'substr(on_day, 1, 7)', whole: "''" };

/** The sums of a branch that reports are made of. */
export function sumsIn(sql: Pick<pg.PoolClient, 'query'>, branch: BranchId) {
  return {
    writeSums: async (sources, sums) => {
      await sql.query('DELETE FROM supply_sum WHERE branch = $1 AND source = ANY ($2::text[])', [branch, sources]);
      const types = ['text', 'text', 'text', 'text', 'integer', 'text', 'bigint', 'bigint', 'bigint', 'bigint'];
      const given = types.map((type, index) => `$${index + 2}::${type}[]`).join(', ');
      await sql.query(`INSERT INTO supply_sum SELECT $1, * FROM unnest(${given})`, [
        branch,
        ...columns(
          sums,
          ({ source }) => source,
          ({ on }) => on,
          ({ pledge }) => pledge ?? '',
          ({ item }) => item,
          ({ district }) => (district === null ? 1 : 0),
          ({ district }) => district ?? '',
          ({ loaded }) => loaded,
          ({ delivered }) => delivered,
          ({ leftOver }) => leftOver,
          ({ onTheWay }) => onTheWay,
        ),
      ]);
    },
    sumsOf: async ({ from, to }, step) => {
      const text = `SELECT ${STEPS[step]} AS step, pledge, item, carried, district, sum(loaded) AS loaded,
        sum(delivered) AS delivered, sum(left_over) AS left_over, sum(on_the_way) AS on_the_way FROM supply_sum
        WHERE branch = $1 AND on_day BETWEEN $2 AND $3 GROUP BY 1, pledge, item, carried, district`;
      return (await sql.query<Found>(text, [branch, from, to])).rows.map(foundToSum);
    },
  } satisfies Partial<Transaction>;
}

type Found = Readonly<Record<string, unknown>>;

/** A sum of whole numbers comes as a text, since it may be larger than they. */
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
