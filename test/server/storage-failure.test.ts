import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage, Transaction } from '#server/storage/port.ts';
import { createVerify, nodeRandom } from '#server/auth/node-crypto.ts';
import { createEngine } from '#server/engine.ts';
import { createApp } from '#server/http/app.ts';
import { silentLog } from '#server/log.ts';
import { nodeTimer } from '#server/node-timer.ts';
import { makeOperatorInvite } from '#server/operator-invite.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, writeItem } from '#test/support/test-plan.ts';

const clock = { now: () => Date.UTC(2026, 0, 15, 12) };

/** A storage that can be told to fail, as a disk does, and what was done to it. */
function failingStorage(storage: Storage) {
  const state = { failing: undefined as keyof Transaction | undefined, deviceWrites: 0 };
  const watched = (transaction: Transaction): Transaction => ({
    ...transaction,
    rows: async (keys) => {
      if (state.failing === 'rows') throw new Error('the disk is gone');
      return transaction.rows(keys);
    },
    commit: async (commit) => {
      if (state.failing === 'commit') throw new Error('the disk is full');
      return transaction.commit(commit);
    },
    writeDevice: async (record) => {
      state.deviceWrites += 1;
      return transaction.writeDevice(record);
    },
  });
  const failing: Storage = {
    ...storage,
    transact: (branch, work) => storage.transact(branch, (t) => work(watched(t))),
  };
  return { state, storage: failing };
}

describe('8.1 all of one request commits, or nothing does', () => {
  let failing: ReturnType<typeof failingStorage>;
  let organiser: TestPhone;
  beforeEach(async () => {
    failing = failingStorage(memoryStorage());
    const ports = { random: nodeRandom, clock, verify: createVerify() };
    const engine = await createEngine(failing.storage, ports);
    const app = createApp({
      engine,
      ...ports,
      timer: nodeTimer,
      log: silentLog,
      scheme: 'https',
      staticFolder: 'public',
    });
    organiser = testPhone(async (path, init) => app.request(path, init), clock);
    await organiser.enrol(await makeOperatorInvite(engine, ports, 'organiser'));
    await organiser.settle();
  });
  afterEach(() => failing.storage.close());

  test.each(['rows', 'commit'] as const)(
    'when the storage fails (%s) no entry is taken, none is called faulty, and the next round brings them all',
    async (step) => {
      const item = writeItem(organiser, 'Soup');
      organiser.write({ name: 'itemClose', args: { id: item } });
      failing.state.failing = step;
      expect(await organiser.sync()).toMatchObject({ ok: false, code: 'fault' });
      failing.state.failing = undefined;
      const outcomes = await organiser.settle();
      expect(outcomes.map(({ status }) => status)).toEqual(['applied']);
      expect(bodyOf<{ status: string }>(organiser, 'item', item)?.status).toBe('closed');
    },
  );

  test('a round that brings nothing writes nothing', async () => {
    const before = failing.state.deviceWrites;
    await organiser.sync();
    expect(failing.state.deviceWrites).toBe(before);
    writeItem(organiser, 'Tea');
    await organiser.sync();
    expect(failing.state.deviceWrites).toBe(before + 1);
  });
});
