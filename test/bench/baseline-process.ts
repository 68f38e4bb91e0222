import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type BaselineServer = { readonly address: string; readonly stop: () => Promise<void> };

/** The baseline's server in a process of its own, as ours is: as young, and as free of what else the bench does. */
export async function startBaselineServer(file: string): Promise<BaselineServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'baseline-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    address: address.toString().trim(),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
