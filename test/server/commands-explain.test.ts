import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { operatorCommand } from '#test/support/operator-command.ts';

vi.setConfig({ testTimeout: 120_000 });

test.each([
  ['backup', [[], ['--nonsense'], ['--to']]],
  ['restore', [[], ['--nonsense'], ['--from']]],
  ['verify', [['--nonsense'], ['--from'], ['--from', 'nothing.sqlite']]],
  ['invite', [['--nonsense']]],
] as const)(
  '%s explains itself, names what is wrong with what it was asked, and makes nothing',
  async (name, wrong) => {
    const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-commands-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const command = (args: readonly string[]) => operatorCommand(name, args, { DATA_DIR: folder });
    const help = await command(['--help']);
    expect([help.code, help.said.startsWith(`npm run ${name}`)]).toEqual([0, true]);
    for (const args of wrong) {
      const refused = await command(args);
      expect(refused.code).toBe(1);
      expect(refused.said).toMatch(/^(No backup was made|Nothing was (restored|verified)|Nobody was invited)\./);
    }
    expect(await readdir(folder)).toEqual([]);
  },
);
