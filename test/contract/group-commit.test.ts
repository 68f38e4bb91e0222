import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#server/storage/port.ts';
import { type Backend, sqliteBackend } from './support/backends.ts';
import { newBranch, stateRow } from './support/samples.ts';

/** More than the line commits together, so that there are several groups. */
const WORK_COUNT = 80;

describe('SQLite commits works that wait together in one go', () => {
  let backend: Backend;
  let storage: Storage;
  beforeEach(async () => {
    backend = await sqliteBackend();
    storage = await backend.open();
  });
  afterEach(() => backend.stop());

  test('one that fails takes nothing of the others with it, and keeps nothing itself', async () => {
    const branch = newBranch();
    const works = Array.from({ length: WORK_COUNT }, (_, index) =>
      storage.transact(branch, async (transaction) => {
        await transaction.writeRows([stateRow(`row${index}`)]);
        if (index % 7 === 3) throw new Error(`work ${index} fails`);
        return index;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    const isDone = outcomes.map((outcome) => outcome.status === 'fulfilled');
    expect(isDone).toEqual(works.map((_, index) => index % 7 !== 3));
    storage = await backend.reopen();
    const rows = await storage.transact(branch, (transaction) => transaction.rowsOfKind('item'));
    expect(rows.map((row) => row.id).toSorted()).toEqual(
      works
        .map((_, index) => `row${index}`)
        .filter((_, index) => isDone[index] === true)
        .toSorted(),
    );
  });

  test('a work that asks for another while it runs gets its answer after it, and the line goes on', async () => {
    const [here, there] = [newBranch(), newBranch()];
    const later: Promise<unknown>[] = [];
    await storage.transact(here, async (transaction) => {
      later.push(storage.transact(there, (other) => other.writeRows([stateRow('later')])));
      await transaction.writeRows([stateRow('first')]);
    });
    await Promise.all(later);
    expect(await storage.transact(there, (transaction) => transaction.rowsOfKind('item'))).toHaveLength(1);
  });
});
