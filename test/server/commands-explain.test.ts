import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { operatorCommand } from '#test/support/operator-command.ts';
import { COMMANDS, commandSources } from '#test/support/tested-programs.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dastarkhan-commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('there are as many commands as the operator is told of', () => {
  expect(COMMANDS).toHaveLength(10);
});

test.each(COMMANDS)('%s starts from its sources, explains itself and makes nothing', async (name) => {
  const help = await operatorCommand(name, ['--help'], { DATA_DIR: folder }, commandSources(name));
  expect([help.code, help.said.startsWith(`npm run ${name}`)]).toEqual([0, true]);
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['backup', [[], ['--nonsense'], ['--to']]],
  ['restore', [[], ['--nonsense'], ['--from']]],
  ['verify', [['--nonsense'], ['--from'], ['--from', 'nothing.sqlite']]],
  ['invite', [['--nonsense']]],
] as const)('%s names what is wrong with what it was asked, and makes nothing', async (name, wrong) => {
  for (const args of wrong) {
    const refused = await operatorCommand(name, args, { DATA_DIR: folder });
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/^(No backup was made|Nothing was (restored|verified)|Nobody was invited)\./);
  }
  expect(await readdir(folder)).toEqual([]);
});
