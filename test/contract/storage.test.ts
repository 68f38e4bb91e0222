import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Storage } from '#server/storage/port.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import {
  deviceRecord,
  feedRow,
  id,
  newBranch,
  newDevice,
  nextCommit,
  nextHistory,
  organisersOf,
  stateRow,
} from './support/samples.ts';

describe.each(BACKENDS)('%s keeps a branch', (_, start) => {
  let backend: Backend;
  let storage: Storage;
  beforeAll(async () => {
    backend = await start();
    storage = await backend.open();
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  test('a row reads as it was written last, and a removed one has no body', async () => {
    const branch = newBranch();
    await storage.transact(branch, (transaction) => transaction.writeRows([stateRow('bread'), stateRow('water')]));
    await storage.transact(branch, (transaction) =>
      transaction.writeRows([
        stateRow('bread', { version: 2, body: '{"name":"Тоқаш"}' }),
        stateRow('water', { version: 3, body: null }),
      ]),
    );
    const keys = [stateRow('bread'), stateRow('nothing'), stateRow('water')];
    const rows = await storage.transact(branch, (transaction) => transaction.rows(keys));
    expect(rows.toSorted((a, b) => a.version - b.version)).toEqual([
      { kind: 'item', id: 'bread', version: 2, body: '{"name":"Тоқаш"}' },
      { kind: 'item', id: 'water', version: 3, body: null },
    ]);
  });

  test('a row is found within its branch and under its kind only', async () => {
    const [here, there] = [newBranch(), newBranch()];
    await storage.transact(here, (transaction) =>
      transaction.writeRows([stateRow('one'), stateRow('one', { kind: 'kitchen' })]),
    );
    const found = await storage.transact(here, (transaction) => transaction.rowsOfKind('kitchen'));
    expect(found).toEqual([stateRow('one', { kind: 'kitchen' })]);
    expect(await storage.transact(there, (transaction) => transaction.rows([stateRow('one')]))).toEqual([]);
    expect(await storage.transact(there, (transaction) => transaction.rowsOfKind('item'))).toEqual([]);
  });

  test('a row of any branch is found by kind and id while it is there', async () => {
    const branch = newBranch();
    const invite = stateRow(`invite${branch}`, { kind: 'invite' });
    await storage.transact(branch, (transaction) => transaction.writeRows([invite]));
    expect(await storage.findBranchOf('invite', invite.id)).toBe(branch);
    expect(await storage.findBranchOf('item', invite.id)).toBeUndefined();
    await storage.transact(branch, (transaction) => transaction.writeRows([{ ...invite, body: null }]));
    expect(await storage.findBranchOf('invite', invite.id)).toBeUndefined();
  });

  test('branches are those that have a row of themselves', async () => {
    const [founded, asked] = [newBranch(), newBranch()];
    const row = stateRow(founded, { kind: 'branch' });
    await storage.transact(founded, (transaction) => transaction.writeRows([row]));
    await storage.transact(asked, (transaction) => transaction.history());
    const branches = await storage.branches();
    expect(branches).toContain(founded);
    expect(branches).not.toContain(asked);
  });

  test('a grant is found from both its ends, once, until it is taken back', async () => {
    const branch = newBranch();
    const place = { kind: 'checkpoint', id: id('place') } as const;
    const run = { byKind: 'run', byId: id('run') } as const;
    const grants = (['member:a', 'member:b'] as const).map((audience) => ({ audience, ...place, ...run }));
    await storage.transact(branch, async (transaction) => {
      await transaction.addGrants(grants);
      await transaction.addGrants(grants.slice(0, 1));
    });
    const look = () =>
      storage.transact(branch, async (transaction) => [
        await transaction.grantsOn(place),
        await transaction.grantsBy({ kind: 'run', id: id('run') }),
        await transaction.grantsOn({ kind: 'run', id: id('run') }),
      ]);
    expect(await look()).toEqual([grants, grants, []]);
    await storage.transact(branch, (transaction) => transaction.removeGrants(grants.slice(0, 1)));
    expect(await look()).toEqual([grants.slice(1), grants.slice(1), []]);
  });

  test('a feed holds a row once, at its latest number', async () => {
    const branch = newBranch();
    const row = { id: id('moving') };
    await storage.transact(branch, (transaction) =>
      transaction.writeFeed([feedRow(branch, 1, row), feedRow(branch, 2)]),
    );
    const left = feedRow(branch, 3, { ...row, body: null, device: newDevice(branch), mutation: 7 });
    await storage.transact(branch, (transaction) => transaction.writeFeed([left]));
    const found = await storage.transact(branch, (transaction) => transaction.readFeed([organisersOf(branch)], 0, 10));
    expect(found).toEqual([feedRow(branch, 2), left]);
  });

  test('a row that its audiences see whole is read from their feeds as it was written, and as it changed', async () => {
    const branch = newBranch();
    const told = (version: number, body: string | null) =>
      [version, version + 1].map((number, index) => {
        const audience = index === 0 ? organisersOf(branch) : ('member:a' as const);
        return feedRow(branch, number, { audience, id: id('bread'), body });
      });
    const write = (version: number, body: string, shown: string | null) =>
      storage.transact(branch, async (transaction) => {
        await transaction.writeRows([stateRow('bread', { version, body })]);
        await transaction.writeFeed([...told(version, body).slice(0, 1), ...told(version, shown).slice(1)]);
      });
    const read = () =>
      storage.transact(branch, (transaction) => transaction.readFeed([organisersOf(branch), 'member:a'], 0, 10));
    await write(1, '{"name":"Нан"}', '{"name":"Нан"}');
    expect(await read()).toEqual(told(1, '{"name":"Нан"}'));
    await write(3, '{"name":"Нан","note":"soft"}', '{"name":"Нан"}');
    expect((await read()).map(({ body }) => body)).toEqual(['{"name":"Нан","note":"soft"}', '{"name":"Нан"}']);
    await write(5, '{"name":"Нан"}', null);
    expect((await read()).map(({ body }) => body)).toEqual(['{"name":"Нан"}', null]);
  });

  test('feeds of several audiences come in one order, beyond a number, at most so many, and nobody else hears', async () => {
    const branch = newBranch();
    const rows = [1, 2, 3, 4, 5, 6].map((number) =>
      feedRow(branch, number, { audience: number % 2 === 0 ? 'member:a' : 'volunteers:v' }),
    );
    await storage.transact(branch, (transaction) =>
      transaction.writeFeed([...rows.toReversed(), feedRow(branch, 7, { audience: 'member:b' })]),
    );
    const read = (after: number, limit: number) =>
      storage.transact(branch, (transaction) => transaction.readFeed(['member:a', 'volunteers:v'], after, limit));
    expect(await read(0, 10)).toEqual(rows);
    expect(await read(2, 3)).toEqual(rows.slice(2, 5));
    expect(await read(6, 10)).toEqual([]);
    const other = newBranch();
    expect(await storage.transact(other, (transaction) => transaction.readFeed(['member:a'], 0, 10))).toEqual([]);
    expect(await storage.transact(branch, (transaction) => transaction.readFeed([], 0, 10))).toEqual([]);
  });

  test('a device is known by its name everywhere, and by its member in its branch', async () => {
    const [branch, other] = [newBranch(), newBranch()];
    const first = deviceRecord(branch, newDevice(branch, 'a'));
    const second = deviceRecord(branch, newDevice(branch, 'b'), { member: id('boris.1') });
    await storage.transact(branch, async (transaction) => {
      await transaction.writeDevice(first);
      await transaction.writeDevice(second);
      await transaction.writeDevice({ ...first, standing: 'organiser', revokedAfter: 4, storedThrough: 5 });
    });
    const changed = { ...first, standing: 'organiser', revokedAfter: 4, storedThrough: 5 };
    expect(await storage.findDevice(first.device)).toEqual(changed);
    expect(await storage.transact(other, (transaction) => transaction.device(second.device))).toEqual(second);
    expect(await storage.transact(branch, (transaction) => transaction.devicesOf(first.member))).toEqual([changed]);
    expect(await storage.transact(other, (transaction) => transaction.devicesOf(first.member))).toEqual([]);
    expect(await storage.findDevice(newDevice(other))).toBeUndefined();
  });

  test('a setting belongs to the server, whatever branch changes it', async () => {
    const [here, there] = [newBranch(), newBranch()];
    const name = `setting of ${here}`;
    expect(await storage.setting(name)).toBeUndefined();
    const add = (text: string | undefined) => `${text ?? 'none'}+`;
    expect(await storage.transact(here, (transaction) => transaction.changeSetting(name, add))).toBe('none+');
    await storage.transact(there, (transaction) => transaction.changeSetting(name, add));
    expect(await storage.transact(here, (transaction) => transaction.setting(name))).toBe('none++');
    expect(await storage.setting(name)).toBe('none++');
  });

  test('a mark is that of the commit that gave out the number, and of none beyond the last', async () => {
    const branch = newBranch();
    expect(await storage.transact(branch, async (transaction) => (await transaction.history()).number)).toBe(0);
    for (const number of [3, 4, 9]) {
      await storage.transact(branch, (transaction) => transaction.commit(nextCommit(number, 1)));
    }
    const markOf = (number: number) => storage.transact(branch, (transaction) => transaction.markOf(number));
    expect([await markOf(1), await markOf(3)]).toEqual(['mark3', 'mark3']);
    expect(await markOf(4)).toBe('mark4');
    expect([await markOf(5), await markOf(9)]).toEqual(['mark9', 'mark9']);
    expect(await markOf(10)).toBeUndefined();
    expect(await storage.transact(branch, (transaction) => transaction.history())).toEqual(nextHistory(9));
    const other = newBranch();
    expect(await storage.transact(other, (transaction) => transaction.markOf(1))).toBeUndefined();
  });
});
