import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Count, Day } from '#domain/scalars.ts';
import type { PeriodSum, SourceSum, Storage, SumStep } from '#server/storage/port.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import { id, newBranch } from './support/samples.ts';

const sum = (source: string, on: string, part: Partial<SourceSum> = {}): SourceSum => ({
  source: id(source),
  on: on as Day,
  pledge: null,
  item: id('bread'),
  district: '',
  loaded: 0 as Count,
  delivered: 1_000_000_000 as Count,
  leftOver: 0 as Count,
  onTheWay: 0 as Count,
  ...part,
});

const carried = { pledge: id('p'), district: null, loaded: 5 as Count, delivered: 0 as Count, leftOver: 2 as Count };

const sorted = (sums: readonly PeriodSum[]) =>
  sums.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

/** What the sources that the test leaves come to. */
function expectedWhole(): readonly PeriodSum[] {
  const plain = (part: Partial<SourceSum>, more: Partial<PeriodSum> = {}): PeriodSum => {
    const { source: _source, ...rest } = sum('', '', part);
    return { ...rest, ...more };
  };
  return [
    plain({}, { delivered: 2_000_000_000 as Count }),
    plain({ district: 'Зеренді' }),
    plain({ pledge: id('p') }),
    plain(carried, { loaded: 10 as Count, leftOver: 4 as Count, onTheWay: 3 as Count }),
  ];
}

describe.each(BACKENDS)('%s keeps sums for reports', (_, start) => {
  let backend: Backend;
  let storage: Storage;
  beforeAll(async () => {
    backend = await start();
    storage = await backend.open();
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  const period = { from: '2026-01-01' as Day, to: '2026-02-01' as Day };

  test('each source’s are replaced as a whole, and a period’s are added up by day, month or all together', async () => {
    const [branch, other] = [newBranch(), newBranch()];
    const read = async (step: SumStep, of = branch): Promise<readonly PeriodSum[]> => {
      const found = await storage.transact(of, (transaction) => transaction.sumsOf(period, step));
      return sorted(found);
    };
    const write = (of: typeof branch, sources: readonly string[], sums: readonly SourceSum[]) =>
      storage.transact(of, (transaction) => transaction.writeSums(sources.map(id), sums));
    await write(other, ['far'], [sum('far', '2026-01-15')]);
    await write(
      branch,
      ['a', 'gone', 'late'],
      [
        sum('a', '2026-01-15'),
        sum('a', '2026-01-15', { ...carried, onTheWay: 3 as Count }),
        sum('gone', '2026-01-15'),
        sum('late', '2026-02-02'),
      ],
    );
    await write(
      branch,
      ['gone', 'b', 'c'],
      [
        sum('b', '2026-01-15'),
        sum('b', '2026-01-15', { district: 'Зеренді' }),
        sum('c', '2026-01-16', { pledge: id('p') }),
        sum('c', '2026-02-01', carried),
      ],
    );
    expect(await read('whole')).toEqual(sorted(expectedWhole()));
    const days = ['2026-01-15', '2026-01-15', '2026-01-15', '2026-01-16', '2026-02-01'];
    expect((await read('day')).map(({ on }) => on).toSorted()).toEqual(days);
    expect((await read('month')).map(({ on }) => on).toSorted()).toEqual([
      '2026-01',
      '2026-01',
      '2026-01',
      '2026-01',
      '2026-02',
    ]);
    expect(await read('whole', other)).toHaveLength(1);
    await write(branch, [], []);
    expect(await read('whole')).toHaveLength(4);
  });
});
