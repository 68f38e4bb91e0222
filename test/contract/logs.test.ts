import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import type { Storage } from '#server/storage/port.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import { bytes, feedRow, logRow, newBranch, newDevice, nextCommit, organisersOf, stateRow } from './support/samples.ts';

describe.each(BACKENDS)('%s keeps the logs of devices', (_, start) => {
  let backend: Backend;
  let storage: Storage;
  beforeAll(async () => {
    backend = await start();
    storage = await backend.open();
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  test('entries come in the order of their numbers, whatever the order in which they were taken', async () => {
    const branch = newBranch();
    const [device, other] = [newDevice(branch, 'a'), newDevice(branch, 'b')];
    const rows = [1, 2, 3, 5].map((number) => logRow(branch, device, number));
    await storage.transact(branch, (transaction) =>
      transaction.writeLog([...rows.toReversed(), logRow(branch, other, 2)]),
    );
    await storage.transact(branch, async (transaction) => {
      expect(await transaction.log(device, 0, Number.MAX_SAFE_INTEGER)).toEqual(rows);
      expect(await transaction.log(device, 2, 4)).toEqual(rows.slice(1, 3));
      expect(await transaction.logAt(device, [5, 4, 1, 1])).toEqual([rows[0], rows[3]]);
      expect(await transaction.logAt(device, [])).toEqual([]);
    });
  });

  test('a stretch of the log ends before the first gap', async () => {
    const branch = newBranch();
    const [device, other] = [newDevice(branch, 'a'), newDevice(branch, 'b')];
    const rows = [1, 2, 3, 5, 6].map((number) => logRow(branch, device, number));
    await storage.transact(branch, (transaction) => transaction.writeLog([...rows, logRow(branch, other, 4)]));
    const endOf = (from: number) => storage.transact(branch, (transaction) => transaction.logEnd(device, from));
    const [before, beyond] = [rows[2], rows[4]].map((row) => ({ number: row?.number, hash: row?.hash }));
    expect([await endOf(1), await endOf(3)]).toEqual([before, before]);
    expect([await endOf(5), await endOf(6)]).toEqual([beyond, beyond]);
    expect([await endOf(4), await endOf(7)]).toEqual([undefined, undefined]);
  });

  test('what is deferred is found by its reason until something became of it', async () => {
    const [branch, elsewhere] = [newBranch(), newBranch()];
    const [device, other] = [newDevice(branch, 'b'), newDevice(branch, 'a')];
    const waits = { status: 'deferred', code: 'waitsForEntry' } as const;
    const rows = [
      logRow(branch, other, 9, waits),
      logRow(branch, device, 2, waits),
      logRow(branch, device, 3, { status: 'deferred', code: 'unknownMutation' }),
      logRow(branch, device, 4, waits),
      logRow(branch, device, 5, { status: 'rejected', code: 'notFound' }),
    ];
    await storage.transact(branch, (transaction) => transaction.writeLog(rows));
    await storage.transact(elsewhere, (transaction) =>
      transaction.writeLog([logRow(elsewhere, newDevice(elsewhere), 1, waits)]),
    );
    const deferred = (limit: number) =>
      storage.transact(branch, (transaction) => transaction.deferred('waitsForEntry', limit));
    expect(await deferred(10)).toEqual([rows[0], rows[1], rows[3]]);
    expect(await deferred(2)).toEqual([rows[0], rows[1]]);
    const applied = logRow(branch, device, 2, { version: 77 });
    await storage.transact(branch, (transaction) => transaction.writeLog([applied]));
    expect(await deferred(10)).toEqual([rows[0], rows[3]]);
    expect(await storage.transact(branch, (transaction) => transaction.log(device, 2, 2))).toEqual([applied]);
  });

  test('what waits is found by the entry that it waits for, and counted by its device', async () => {
    const [branch, elsewhere] = [newBranch(), newBranch()];
    const [device, other, third] = [newDevice(branch, 'b'), newDevice(branch, 'a'), newDevice(branch, 'c')];
    const waits = { status: 'deferred', code: 'waitsForEntry' } as const;
    const [one, two] = [`${third}.1` as RowId, `${third}.2` as RowId];
    const rows = [
      logRow(branch, other, 9, { ...waits, waitsFor: one }),
      logRow(branch, device, 2, { ...waits, waitsFor: two }),
      logRow(branch, device, 4, { ...waits, waitsFor: one }),
      logRow(branch, device, 5, { ...waits, waitsFor: `${third}.3` as RowId }),
    ];
    await storage.transact(branch, (transaction) => transaction.writeLog(rows));
    const waiting = (...asked: readonly [entries: readonly RowId[], limit: number]) =>
      storage.transact(branch, (transaction) => transaction.waitingFor(...asked));
    expect(await waiting([one], 10)).toEqual([rows[0], rows[2]]);
    expect(await waiting([two, one], 10)).toEqual(rows.slice(0, 3));
    expect(await waiting([two, one], 2)).toEqual(rows.slice(0, 2));
    expect(await waiting([], 10)).toEqual([]);
    expect(await waiting([`${third}.4` as RowId], 10)).toEqual([]);
    expect(await storage.transact(elsewhere, (transaction) => transaction.waitingFor([one], 10))).toEqual([]);
    const counts = (of: DeviceId) => storage.transact(branch, (transaction) => transaction.deferredCount(of));
    expect([await counts(device), await counts(other), await counts(third)]).toEqual([3, 1, 0]);
    await storage.transact(branch, (transaction) => transaction.writeLog([logRow(branch, other, 9)]));
    expect(await waiting([one], 10)).toEqual([rows[2]]);
    expect(await counts(other)).toBe(0);
  });

  test('what is kept aside, or a segment, may come again', async () => {
    const branch = newBranch();
    const device = newDevice(branch);
    const aside = { device, number: 3, hash: bytes(1), entry: bytes(2), reason: 'fork', receivedAt: 5 } as const;
    const hashes = { previousHash: bytes(3), headHash: bytes(4), signature: bytes(5) };
    for (const receivedAt of [5, 6]) {
      await storage.transact(branch, async (transaction) => {
        await transaction.keepAside([
          { ...aside, receivedAt },
          { ...aside, hash: bytes(9), reason: 'revoked' },
        ]);
        await transaction.addSegment({ device, firstNumber: 1, count: 3, ...hashes });
        await transaction.commit(nextCommit(receivedAt, receivedAt));
      });
    }
    expect(await storage.transact(branch, async (transaction) => (await transaction.history()).number)).toBe(6);
  });

  test('five thousand of everything are one write', { timeout: 20_000 }, async () => {
    const branch = newBranch();
    const device = newDevice(branch);
    const numbers = Array.from({ length: 5_000 }, (__, index) => index + 1);
    await storage.transact(branch, async (transaction) => {
      await transaction.writeRows(numbers.map((number) => stateRow(`row${number}`)));
      await transaction.writeFeed(numbers.map((number) => feedRow(branch, number)));
      await transaction.writeLog(numbers.map((number) => logRow(branch, device, number)));
      await transaction.commit(nextCommit(5_000, 1));
    });
    await storage.transact(branch, async (transaction) => {
      expect(await transaction.rows(numbers.map((number) => stateRow(`row${number}`)))).toHaveLength(5_000);
      expect(await transaction.readFeed([organisersOf(branch)], 1_000, 10_000)).toHaveLength(4_000);
      expect((await transaction.logEnd(device, 1))?.number).toBe(5_000);
    });
  });

  test('nothing at all may be written and asked for', async () => {
    const branch = newBranch();
    await storage.transact(branch, async (transaction) => {
      await transaction.writeRows([]);
      await transaction.writeFeed([]);
      await transaction.writeLog([]);
      await transaction.keepAside([]);
      await transaction.addGrants([]);
      await transaction.removeGrants([]);
    });
    expect(await storage.transact(branch, (transaction) => transaction.rows([]))).toEqual([]);
  });
});
