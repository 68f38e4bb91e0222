import { expect, test, vi } from 'vitest';

import type { Row, RowKey } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { loadBodies } from '#store/known-rows.ts';
import { oneRun as run } from './support/one-run.ts';
import { enrolledStore } from './support/test-store.ts';

const runId = (index: number) => `maker0000000000a.${100 + index}` as RowId;
const keyOf = (index: number): RowKey => ({ kind: 'run', id: runId(index) });
const COUNT = 200;
const runs = Array.from({ length: COUNT }, (_, index): Row => {
  const body = { ...run.body, label: `Run ${index}` };
  return { kind: 'run', id: runId(index), body };
});

/** Which runs are found of those asked for, and whether the table was asked for each of them alone. */
async function asked(indexes: readonly number[]) {
  const { database } = await enrolledStore({ rows: runs });
  const oneByOne = vi.spyOn(database.run, 'bulkGet');
  const found = await loadBodies(database, indexes.map(keyOf));
  const labels = [...found.values()].map((body) => ('label' in body ? body.label : ''));
  return { keys: [...found.keys()].toSorted(), labels: labels.toSorted(), isOneByOne: oneByOne.mock.calls.length > 0 };
}

function expectExactly(found: Awaited<ReturnType<typeof asked>>, indexes: readonly number[]): void {
  expect(found.keys).toEqual(indexes.map((index) => `run/${runId(index)}`).toSorted());
  expect(found.labels).toEqual(indexes.map((index) => `Run ${index}`).toSorted());
}

const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

test('rows that lie close together are read at once, without those between them', async () => {
  const indexes = numbers(20, 120, 2).toReversed();
  const found = await asked(indexes);
  expect(found.isOneByOne).toBe(false);
  expectExactly(found, indexes);
});

test('rows that lie far apart are read one by one, and so are few', async () => {
  for (const indexes of [numbers(0, COUNT, 5), numbers(0, 5)]) {
    const found = await asked(indexes);
    expect(found.isOneByOne).toBe(true);
    expectExactly(found, indexes);
  }
});

test('what is not there is not found', async () => {
  expectExactly(await asked(numbers(COUNT - 40, COUNT + 40)), numbers(COUNT - 40, COUNT));
});
