import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind } from '#domain/rows.ts';
import type { BranchId, Day, RowId } from '#domain/scalars.ts';
import { addDays } from '#domain/days.ts';
import { catchUpSums } from '#server/report/catch-up.ts';
import { reportOf } from '#server/report/report.ts';
import type { Storage } from '#server/storage/port.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { plainSum } from './plain-sum.ts';
import type { Figure } from './statistics.ts';

const DELIVERIES = 100_000;
const STOPS_A_RUN = 8;
const PLACES = 500;
const DISTRICTS = 20;
const SPONSORS = 30;
const DAYS = 90;
const ROUNDS = 60;
/** Deliveries that came in between two looks: a busy quarter of an hour of the whole branch. */
const NEWS = 100;
const RUNS_AT_ONCE = 500;
const P95_MS = 200;
const BRANCH = 'bench' as BranchId;
const FIRST = '2026-01-01' as Day;
const bys = ['sponsor', 'item', 'district', 'day', 'month'] as const;

/** The report over a season of one branch, on SQLite, beside a plain SQL sum over the same rows. */
export async function measureReport(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-report-'));
  const file = join(folder, 'bench.sqlite');
  const storage = sqliteStorage(file);
  try {
    const writer = writerOf(storage);
    await writer.things();
    for (let run = 0; run < DELIVERIES / STOPS_A_RUN; run += RUNS_AT_ONCE) await writer.runs(run, RUNS_AT_ONCE);
    const begun = performance.now();
    await catchUpSums(storage, BRANCH);
    const firstMs = performance.now() - begun;
    const still: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await writer.runs(DELIVERIES + round * NEWS, NEWS / STOPS_A_RUN);
      busy.push(await timed(() => ask(storage, round)));
      still.push(await timed(() => ask(storage, round)));
    }
    const plain = await Promise.all(Array.from({ length: 5 }, async () => timed(async () => plainSum(file))));
    const figure = (name: string, ours: number, bound: number | null, baseline: number | null = null): Figure => ({
      name,
      deliveryCount: DELIVERIES,
      samples: [{ ours, baseline }],
      unit: 'ms',
      bound,
    });
    return [
      figure('R report, nothing new, p95', p95(still), P95_MS),
      figure(`R report, ${NEWS} new deliveries, p95`, p95(busy), P95_MS),
      figure('R report beside a plain SQL sum, medians', middle(still), 1, middle(plain)),
      figure('R sums made for the first time', firstMs, null),
    ];
  } finally {
    await storage.close();
    await rm(folder, { recursive: true });
  }
}

async function ask(storage: Storage, round: number): Promise<void> {
  const by = bys[round % bys.length] ?? 'sponsor';
  const question = { from: FIRST, to: addDays(FIRST, DAYS), by, sponsor: null, item: null, district: null };
  const { report } = await reportOf(storage, BRANCH, question);
  if (report.lines.length === 0) throw new Error('a report of nothing proves nothing');
}

type Written = { readonly kind: Kind; readonly id: string; readonly body: object };

/** Writes rows as commits do: to the state, and to the organisers' feed. */
function writerOf(storage: Storage) {
  const write = (rows: readonly Written[]) =>
    storage.transact(BRANCH, async (transaction) => {
      const history = await transaction.history();
      const numbered = rows.map(({ kind, id, body }, index) => {
        const key = { kind, id: id as RowId, body: JSON.stringify(body) };
        return { ...key, number: history.number + index + 1 };
      });
      await transaction.writeRows(numbered.map(({ number, ...row }) => ({ ...row, version: number })));
      const told = { audience: `organisers:${BRANCH}`, device: '', mutation: 0 } as const;
      await transaction.writeFeed(numbered.map((row) => ({ ...row, ...told })));
      const number = history.number + rows.length;
      const commit = { number, mark: `m${number}`, auditHash: new Uint8Array(32), rowsHash: new Uint8Array(32) };
      await transaction.commit({ ...commit, at: 1_800_000_000_000, entries: '' });
    });
  return {
    things: () => write(things()),
    runs: (first: number, count: number) =>
      write(Array.from({ length: Math.ceil(count) }, (_, index) => runRows(first + index)).flat()),
  };
}

const item = (index: number) => `item${index % 6}`;
const lines = (index: number) => [
  { item: item(index), count: 20_000 },
  { item: item(index + 1), count: 5_000 },
];

function things(): readonly Written[] {
  const own = { name: 'Bench', utcOffsetMinutes: 300, status: 'open' };
  return [
    { kind: 'branch', id: BRANCH, body: own },
    ...Array.from({ length: 6 }, (_, index): Written => {
      return { kind: 'item', id: item(index), body: { name: item(index), unit: 'kg', status: 'open' } };
    }),
    ...Array.from({ length: PLACES }, (_, index): Written => {
      return {
        kind: 'checkpoint',
        id: `place${index}`,
        body: { name: 'p', district: `District ${Math.floor(index / (PLACES / DISTRICTS))}` },
      };
    }),
    ...Array.from({ length: SPONSORS }, (_, index): Written => {
      return { kind: 'sponsor', id: `s${index}`, body: { name: `Sponsor ${index}`, language: 'kk', status: 'open' } };
    }),
    ...Array.from({ length: SPONSORS * 2 }, (_, index): Written => {
      const days = { from: FIRST, until: null, window: null, district: '', status: 'confirmed', need: null };
      return {
        kind: 'pledge',
        id: `pledge${index}`,
        body: { sponsor: `s${index % SPONSORS}`, item: item(index), count: 100_000, ...days },
      };
    }),
  ];
}

/** A run of eight stops; two of three carry pledged food, one delivery in twenty is corrected, one in a hundred taken back. */
function runRows(index: number): readonly Written[] {
  const run = `run${index}`;
  const on = addDays(FIRST, index % DAYS);
  const stops = Array.from({ length: STOPS_A_RUN }, (_, stop) => ({
    checkpoint: `place${(index * 3 + stop) % PLACES}`,
    lines: lines(index),
  }));
  const load = [
    { pledge: `pledge${index % 60}`, item: item(index % 60), count: 60_000 },
    { pledge: `pledge${(index + 7) % 60}`, item: item(index % 60), count: 30_000 },
  ];
  const deliveries = stops.flatMap(({ checkpoint }, stop): readonly Written[] => {
    const number = index * STOPS_A_RUN + stop;
    const isCorrected = number % 20 === 0;
    const correction = `correction${number}`;
    const who = { note: '', how: 'atStop', recordedAt: 1_800_000_000_000, member: 'm', device: 'd', flags: [] };
    const what = { run, stop, checkpoint, on, window: 'w', lines: lines(index), reason: null };
    const body = { ...what, ...who, corrections: isCorrected ? [correction] : [] };
    const delivery: Written = { kind: 'delivery', id: `delivery${number}`, body };
    const instead = {
      delivery: delivery.id,
      deliveryMember: null,
      reason: null,
      note: '',
      recordedAt: 0,
      member: null,
    };
    const corrected = number % 100 === 0 ? null : [{ item: item(index), count: 10_000 }];
    return isCorrected
      ? [{ kind: 'correction', id: correction, body: { ...instead, lines: corrected } }, delivery]
      : [delivery];
  });
  const plan = { label: '', window: 'w', kitchen: null, driver: 'm', answer: 'accepted' };
  const done = { loaded: [], status: 'completed', reason: '', importedFrom: null, hasLeftPhone: true };
  return [
    { kind: 'run', id: run, body: { ...plan, on, stops, ...done } },
    ...(index % 3 === 0 ? [] : [{ kind: 'load', id: run, body: { lines: load } } as const]),
    ...deliveries,
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
