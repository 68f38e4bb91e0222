import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Storage, Transaction } from '#server/storage/port.ts';
import { found } from '#server/found.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import {
  deviceRecord,
  feedRow,
  id,
  logRow,
  newBranch,
  newDevice,
  nextCommit,
  nextHistory,
  organisersOf,
  stateRow,
  writeNext,
} from './support/samples.ts';

const FAILURE = new Error('the work fails at its end');

describe.each(BACKENDS)('%s, asked by two at once', (_, start) => {
  let backend: Backend;
  let first: Storage;
  let second: Storage;
  beforeAll(async () => {
    backend = await start();
    [first, second] = [await backend.open(), await backend.open()];
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  test('a work that fails leaves nothing of what it wrote', async () => {
    const branch = newBranch();
    const device = newDevice(branch);
    const grant = { audience: 'member:a', kind: 'kitchen', id: id('k'), byKind: 'run', byId: id('r') } as const;
    await first.transact(branch, (transaction) => transaction.writeRows([stateRow('kept')]));
    const failing = first.transact(branch, async (transaction) => {
      await transaction.writeRows([stateRow('kept', { body: '{}' }), stateRow('new')]);
      await transaction.writeFeed([feedRow(branch, 1)]);
      await transaction.addGrants([grant]);
      await transaction.writeDevice(deviceRecord(branch, device));
      await transaction.writeLog([logRow(branch, device, 1)]);
      await transaction.changeSetting(`of ${branch}`, () => 'changed');
      await transaction.commit(nextCommit(1, 1));
      throw FAILURE;
    });
    await expect(failing).rejects.toThrow(FAILURE.message);
    await second.transact(branch, async (transaction) => {
      expect(await transaction.rowsOfKind('item')).toEqual([stateRow('kept')]);
      expect(await transaction.readFeed([organisersOf(branch)], 0, 10)).toEqual([]);
      expect(await transaction.grantsOn(grant)).toEqual([]);
      expect(await transaction.log(device, 0, 10)).toEqual([]);
      expect(await transaction.history()).toMatchObject({ number: 0 });
      expect(await transaction.markOf(1)).toBeUndefined();
      expect(await transaction.setting(`of ${branch}`)).toBeUndefined();
    });
    expect(await second.findDevice(device)).toBeUndefined();
  });

  test('a work sees what it wrote itself', async () => {
    const branch = newBranch();
    await first.transact(branch, async (transaction) => {
      await transaction.writeRows([stateRow('new')]);
      await transaction.commit(nextCommit(4, 1));
      expect(await transaction.rows([stateRow('new')])).toEqual([stateRow('new')]);
      expect(await transaction.history()).toEqual(nextHistory(4));
      expect(await transaction.markOf(2)).toBe('mark4');
    });
  });

  test('nobody sees a work that is not done, and may still fail', async () => {
    const branch = newBranch();
    const [device, setting] = [newDevice(branch), `seen early in ${branch}`];
    const looks: Promise<unknown>[] = [];
    const failing = first.transact(branch, async (transaction) => {
      await transaction.writeDevice(deviceRecord(branch, device));
      await transaction.writeRows([stateRow(branch, { kind: 'branch' })]);
      await transaction.changeSetting(setting, () => 'changed');
      looks.push(second.findDevice(device), second.findBranchOf('branch', id(branch)), second.setting(setting));
      await transaction.history();
      throw FAILURE;
    });
    await expect(failing).rejects.toThrow(FAILURE.message);
    expect(await Promise.all(looks)).toEqual([undefined, undefined, undefined]);
  });

  test('who reads on from a number never misses a lower one that appears later', { timeout: 20_000 }, async () => {
    const branch = newBranch();
    const perWriter = 25;
    const write = async (storage: Storage) => {
      for (let count = 0; count < perWriter; count += 1) {
        await storage.transact(branch, (transaction) => writeNext(transaction, branch));
      }
    };
    const seen: number[] = [];
    let isWriting = true;
    const read = async () => {
      while (isWriting || seen.length < 3 * perWriter) {
        const after = seen.at(-1) ?? 0;
        const rows = await second.transact(branch, (transaction) =>
          transaction.readFeed([organisersOf(branch)], after, 10),
        );
        seen.push(...rows.map((row) => row.number));
        if (!isWriting && rows.length === 0) return;
      }
    };
    const reading = read();
    await Promise.all([write(first), write(second), write(first)]);
    isWriting = false;
    await reading;
    expect(seen).toEqual(Array.from({ length: 3 * perWriter }, (__, index) => index + 1));
  });

  test('numbers of one branch are given out one after another, even to works that pause in between', async () => {
    const branch = newBranch();
    const pausing = async (transaction: Transaction) => {
      const { number } = await transaction.history();
      await transaction.rowsOfKind('item');
      await transaction.commit(nextCommit(number + 1, 1));
      return number + 1;
    };
    const storages = Array.from({ length: 20 }, (__, index) => (index % 2 === 0 ? first : second));
    const numbers = await Promise.all(storages.map((storage) => storage.transact(branch, pausing)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(storages.map((__, index) => index + 1));
  });

  test('a setting counts right although two branches change it', async () => {
    const name = `counted by ${newBranch()}`;
    const add = (value: string | undefined) => String(Number(value ?? '0') + 1);
    const storages = Array.from({ length: 20 }, (__, index) => (index % 2 === 0 ? first : second));
    const numbers = await Promise.all(
      storages.map((storage) => storage.transact(newBranch(), (transaction) => transaction.changeSetting(name, add))),
    );
    expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(storages.map((__, index) => index + 1));
  });

  test('works that want the same two settings in opposite orders both get them', { timeout: 20_000 }, async () => {
    const [one, two] = ['one', 'two'].map((text) => `${text} of ${newBranch()}`) as [string, string];
    const add = (value: string | undefined) => String(Number(value ?? '0') + 1);
    const both = (storage: Storage, names: readonly string[]) =>
      storage.transact(newBranch(), async (transaction) => {
        for (const name of names) {
          await transaction.changeSetting(name, add);
          await transaction.rowsOfKind('item');
        }
      });
    await Promise.all([both(first, [one, two]), both(second, [two, one]), both(first, [one, two])]);
    expect([await first.setting(one), await second.setting(two)]).toEqual(['3', '3']);
  });

  test('servers that start together on an empty database found one organisation', async () => {
    const ports = {
      random: { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) },
      clock: { now: () => 1_800_000_000_000 },
    };
    const before = new Set(await first.branches());
    const foundings = await Promise.all([first, second, first, second].map((storage) => found(storage, ports)));
    const [one] = foundings;
    expect(new Set(foundings.map(({ organisation }) => organisation)).size).toBe(1);
    expect(new Set(foundings.map(({ serverKey }) => serverKey)).size).toBe(1);
    expect(await first.setting('organisation')).toBe(one?.organisation);
    expect((await first.branches()).filter((branch) => !before.has(branch))).toEqual([one?.branch]);
    expect(await found(second, ports)).toEqual(one);
  });

  test('what was done is there after a restart', async () => {
    const branch = newBranch();
    await first.transact(branch, async (transaction) => {
      await transaction.writeRows([stateRow('durable')]);
      await writeNext(transaction, branch);
    });
    first = await backend.reopen();
    second = await backend.open();
    await first.transact(branch, async (transaction) => {
      expect(await transaction.rows([stateRow('durable')])).toEqual([stateRow('durable')]);
      expect(await transaction.history()).toEqual(nextHistory(1));
      expect(await transaction.readFeed([organisersOf(branch)], 0, 10)).toEqual([feedRow(branch, 1)]);
    });
  });
});
