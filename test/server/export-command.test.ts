import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportTableIds } from '#domain/export/export-table.ts';
import { kinds } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { exportBranch, withheldKinds } from '#server/export/export-branch.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import { BACKENDS } from '#test/contract/support/backends.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { delivery, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

describe('everything is taken out as files, while the server serves', () => {
  let server: TestServer;
  let dana: TestPhone;
  let delivered: RowId;
  let folder: string;
  let branch: string;
  beforeAll(async () => {
    server = await startTestServer();
    dana = await server.enrolled('organiser', 'Dana');
    const tea = writeItem(dana, 'Tea');
    const post = writeCheckpoint(dana, '7', '=HYPERLINK("http://x")');
    delivered = dana.rowId(dana.write(delivery(post, tea, { note: 'at the gate' })));
    await dana.settle();
    folder = join(dirname(server.file), 'taken-out');
    branch = (await server.engine().founding()).branch;
    const made = await operatorCommand('export', ['--into', folder, '--language', 'en'], environment());
    expect(made.said).toContain(`records are in ${folder}.`);
    expect(made.code).toBe(0);
  });
  afterAll(() => server.stop());

  const environment = () => ({ DATA_DIR: dirname(server.file) });
  const read = (...path: readonly string[]) => readFile(join(folder, branch, ...path), 'utf8');

  test('each kind is a JSON list with a record in each line, and each list a table', async () => {
    const rows = await readdir(join(folder, branch, 'rows'));
    const written = kinds.filter((kind) => !withheldKinds.some((withheld) => withheld === kind));
    expect(rows.toSorted()).toEqual(written.map((kind) => `${kind}.json`).toSorted());
    const lists = await readdir(join(folder, branch, 'lists'));
    expect(lists.toSorted()).toEqual([...exportTableIds.map((id) => `${id}.csv`), 'places.geojson'].toSorted());
    const deliveries = JSON.parse(await read('rows', 'delivery.json')) as readonly unknown[];
    expect(deliveries).toMatchObject([{ id: delivered, body: { note: 'at the gate' } }]);
    expect((await read('rows', 'delivery.json')).split('\n')).toHaveLength(4);
    expect(JSON.parse(await read('rows', 'run.json'))).toEqual([]);
  });

  test('no cell of a table runs as a formula', async () => {
    expect(await read('lists', 'checkpoints.csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('nothing in the files lets anybody in, and only their owner can read them', async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(40);
    for (const { parentPath, name } of files) {
      expect((await stat(join(parentPath, name))).mode & 0o077).toBe(0);
      const text = await readFile(join(parentPath, name), 'utf8');
      for (const trace of ['signKey', 'agreeKey', 'usedBy']) expect(text).not.toContain(trace);
    }
  });

  test('what is there is not replaced, and every mistake is a sentence', async () => {
    const again = await operatorCommand('export', ['--into', folder], environment());
    expect(again.said).toContain('is there already');
    const wrong = await operatorCommand('export', ['--language', 'de'], environment());
    expect(wrong).toEqual({ code: 1, said: 'Nothing was exported.\nName the folder: --into FOLDER.\n' });
    const german = await operatorCommand('export', ['--into', `${folder}-2`, '--language', 'de'], environment());
    expect(german).toEqual({ code: 1, said: 'Nothing was exported.\n--language is one of kk, ru, en.\n' });
    const elsewhere = await operatorCommand('export', ['--into', `${folder}-2`], { DATA_DIR: folder });
    expect(elsewhere.said).toContain('There is no database at');
    expect([again.code, elsewhere.code]).toEqual([1, 1]);
    expect(existsSync(`${folder}-2`)).toBe(false);
    const helped = await operatorCommand('export', ['--help'], {});
    expect(helped.code).toBe(0);
    expect(helped.said).toContain('npm run export');
  });
});

test.each(BACKENDS.filter(([name]) => name === 'PostgreSQL'))(
  'a branch in %s is taken out as one in a file is',
  async (_name, start) => {
    const backend = await start();
    const branch = 'branch000000' as Parameters<Awaited<ReturnType<typeof backend.open>>['transact']>[0];
    const storage = await backend.open();
    const body = '{"name":"Tea","unit":"l","status":"open"}';
    await storage.transact(branch, (transaction) =>
      transaction.writeRows([
        { kind: 'claim', id: 'a' as RowId, version: 1, body: '{"owner":"a"}' },
        { kind: 'item', id: 'b' as RowId, version: 1, body },
        { kind: 'item', id: 'c' as RowId, version: 1, body: null },
      ]),
    );
    const surveys = await backend.surveys?.();
    const files = new Map<string, string>();
    const count = await surveys?.survey(branch, (survey) =>
      exportBranch(survey, 'kk', (name, pieces) => void files.set(name, [...pieces].join(''))),
    );
    expect([count, files.has('rows/claim.json')]).toEqual([1, false]);
    expect(files.get('rows/item.json')).toBe(`[\n{"id":"b","body":${body}}\n]\n`);
    expect(files.get('lists/items.csv')).toContain('Tea;l');
    await surveys?.close();
    await backend.stop();
  },
  60_000,
);
