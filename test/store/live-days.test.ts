import { afterEach, expect, test, vi } from 'vitest';

import { addDays } from '#domain/days.ts';
import type { Row } from '#domain/rows.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { rowTable } from '#store/database.ts';
import { liveDays } from '#store/live/live-days.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { coverageDay } from '#store/queries/coverage-day.ts';

import { seededChance, seeds } from '#test/support/seeded.ts';
import { manualTime } from './support/manual-timer.ts';
import { delivered, oneRun } from './support/one-run.ts';
import { emptyStore, enrolledStore, NOON, OTHER, testPorts } from './support/test-store.ts';

const FIRST = '2026-01-14' as Day;
const DAYS = [0, 1, 2].map((index) => addDays(FIRST, index));
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A board of three days that somebody looks at, and how often it was told of something new. */
async function looking(rows: readonly Row[] = [oneRun]) {
  const time = manualTime(NOON);
  const store = await enrolledStore({ rows, ports: testPorts(time) });
  const live = liveDays(store, FIRST, DAYS.length);
  const told = vi.fn<() => void>();
  ends.push(live.subscribe(told));
  await vi.waitFor(() => expect(live.current()).toBeDefined());
  return { store, live, told, time };
}

const readAgain = (store: PhoneStore) => Promise.all(DAYS.map((on) => coverageDay(store, on)));

test('nothing is known before it is read; then it is what a question finds', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  const live = liveDays(store, FIRST, DAYS.length);
  expect(live.current()).toBeUndefined();
  ends.push(live.subscribe(() => undefined));
  expect(live.current()).toBeUndefined();
  await vi.waitFor(() => expect(live.current()).toBeDefined());
  expect(live.current()).toEqual(await readAgain(store));
  expect(live.current()?.[1]?.runs).toHaveLength(1);
});

test('what this window saves is there as soon as it is committed, and the other days stay as they are', async () => {
  const { store, live, told, time } = await looking();
  const before = live.current();
  expect((await store.mutate(delivered(), 'tap')).ok).toBe(true);
  const after = live.current();
  expect(after?.[1]?.deliveries).toHaveLength(1);
  expect([after?.[0], after?.[2]]).toEqual([before?.[0], before?.[2]]);
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]?.runs[0]).toBe(before?.[1]?.runs[0]);
  // What is read again behind it is the same, and nobody is told of it.
  time.advance(1_000);
  await store.database.delivery.count();
  await vi.waitFor(async () => expect(live.current()).toEqual(await readAgain(store)));
  expect(live.current()).toBe(after);
  expect(told).toHaveBeenCalledTimes(2);
});

test('a save that is refused changes nothing', async () => {
  const { store, live } = await looking([{ ...oneRun, body: { ...oneRun.body, status: 'completed' } }]);
  const before = live.current();
  expect((await store.mutate({ name: 'runAccept', args: { run: oneRun.id } }, 'tap')).ok).toBe(false);
  expect(live.current()).toBe(before);
});

test('what another window saves is followed', async () => {
  const { store, live, time } = await looking();
  const other = await emptyStore(store.ports);
  expect((await other.mutate(delivered(), 'tap')).ok).toBe(true);
  expect(live.current()?.[1]?.deliveries).toHaveLength(0);
  time.advance(1_000);
  await vi.waitFor(() => expect(live.current()?.[1]?.deliveries).toHaveLength(1));
});

test('a large page of the server, of which is not told what it touched, is read whole', async () => {
  const { store, live, time } = await looking();
  const runs = Array.from({ length: 80 }, (_, index) => ({
    id: `${OTHER}.${100 + index}` as RowId,
    body: oneRun.body,
  }));
  await store.database.run.bulkPut(runs);
  time.advance(1_000);
  await vi.waitFor(() => expect(live.current()?.[1]?.runs).toHaveLength(81));
});

test('who no longer looks is told nothing, and whoever looks again reads anew', async () => {
  const { store, live, told, time } = await looking();
  for (const end of ends.splice(0)) end();
  expect(live.current()).toBeUndefined();
  expect((await store.mutate(delivered(), 'tap')).ok).toBe(true);
  time.advance(1_000);
  expect(told).toHaveBeenCalledTimes(1);
  ends.push(live.subscribe(told));
  await vi.waitFor(() => expect(live.current()?.[1]?.deliveries).toHaveLength(1));
});

test('after whatever was written, in whatever order, what is kept is what would be read', async () => {
  const { store, live, time } = await looking();
  const [seed = 0] = seeds(1);
  const { below: next } = seededChance(seed);
  let changeCount = 0;
  for (let round = 0; round < 60; round += 1) {
    for (let write = next(3); write >= 0; write -= 1) await writeSomething(store, next);
    time.advance(1_000);
    const before = live.current();
    const asked = await readAgain(store);
    await vi.waitFor(() => expect(live.current(), `seed ${seed}, round ${round}`).toEqual(asked));
    if (live.current() !== before) changeCount += 1;
  }
  expect(changeCount).toBeGreaterThan(30);
});

/** A run, a delivery, a correction, what is needed otherwise or called off: put, changed or taken away, in and beside the days. */
async function writeSomething({ database }: PhoneStore, next: (below: number) => number): Promise<void> {
  const day = addDays(FIRST, next(5) - 1);
  const number = next(6);
  const id = (name: string) => `${OTHER}.${name}${number}` as RowId;
  const lines = [{ item: `${OTHER}.4` as RowId, count: (next(5) * 1_000) as Count }];
  const checkpoint = `${OTHER}.2` as RowId;
  const said = { reason: null, note: '', recordedAt: 1, member: null };
  const delivery = { run: null, stop: null, checkpoint, on: day, window: null, lines, how: 'atStop' as const };
  const who = { device: null, flags: [] };
  const correction = { ...said, delivery: id('2'), deliveryMember: null, lines };
  const rows: readonly Row[] = [
    { kind: 'run', id: id('1'), body: { ...oneRun.body, on: day, label: String(next(4)) } },
    {
      kind: 'delivery',
      id: id('2'),
      body: { ...delivery, ...said, ...who, corrections: next(2) === 0 ? [] : [id('3')] },
    },
    { kind: 'correction', id: id('3'), body: correction },
    { kind: 'cancellation', id: id('4'), body: { checkpoint, window: id('5'), on: day, reason: 'rain' } },
  ];
  const row = rows[next(rows.length)] ?? rows[0];
  if (row === undefined) return;
  const table = rowTable(database, row.kind);
  await (next(4) === 0 ? table.delete(row.id) : table.put({ id: row.id, body: row.body }));
}
