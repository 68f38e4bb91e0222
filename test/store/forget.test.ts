import { expect, test } from 'vitest';

import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { recordToBytes } from '#store/chain.ts';
import { forget, forgettableThrough, KEPT_FOR_MS } from '#store/forget.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { FIRST_POSITION, type Position } from '#store/position.ts';
import { sha256 } from '#store/sha256.ts';

import { delivered, oneRun } from './support/one-run.ts';
import { enrolledStore, NOON } from './support/test-store.ts';

const position: Position = { ...FIRST_POSITION, acknowledgedThrough: 9, settled: [{ from: 1, to: 8 }], serverAt: NOON };

test('7.3 only what is in a backup, acknowledged and settled is forgotten', () => {
  expect(forgettableThrough(position, [])).toBe(0);
  expect(forgettableThrough({ ...position, backedUpThrough: 5 }, [])).toBe(5);
  expect(forgettableThrough({ ...position, backedUpThrough: 9 }, [])).toBe(8);
  expect(forgettableThrough({ ...position, backedUpThrough: 9, acknowledgedThrough: 4 }, [])).toBe(4);
});

test('7.3 without a backup entries are kept for thirty days of the server’s time', () => {
  const marks = (serverAt: number) => ({ ...position, acknowledgedMarks: [{ through: 6, serverAt }] });
  expect(forgettableThrough(marks(NOON - KEPT_FOR_MS), [])).toBe(6);
  expect(forgettableThrough(marks(NOON - KEPT_FOR_MS + 1), [])).toBe(0);
});

test('8.3 what somebody still has to look at is not forgotten', () => {
  const exception = { number: 4, status: 'rejected', code: 'codeTaken', isSeen: false } as const;
  expect(forgettableThrough({ ...position, backedUpThrough: 8 }, [exception])).toBe(3);
  expect(forgettableThrough({ ...position, backedUpThrough: 8 }, [{ ...exception, isSeen: true }])).toBe(8);
});

test('2.1 3.1 after everything was forgotten the numbers and the chain go on', async () => {
  const store = await enrolledStore({ rows: [oneRun] });
  for (const tap of ['a', 'b', 'c']) await store.mutate(delivered(), tap);
  const entries = (await store.database.log.toArray()).map(recordToBytes);
  const now = await readPosition(store.database);
  const all = { acknowledgedThrough: 4, backedUpThrough: 4, settled: [{ from: 1, to: 4 }] };
  await writeMeta(store.database, 'position', { ...now, ...all });
  expect(await forget(store)).toBe(4);
  expect(await store.database.log.count()).toBe(0);
  const after = await readPosition(store.database);
  expect(after.keptFrom).toBe(5);
  expect(after.keptHash).toEqual(chainHead(sha256, CHAIN_START, entries));
  expect(await store.mutate(delivered(), 'd')).toMatchObject({ ok: true, value: { number: 5 } });
  expect(await forget(store)).toBe(0);
});
