import { spawn } from 'node:child_process';

import { commandProgram } from './tested-programs.ts';

export type Ended = { readonly code: number | null; readonly said: string };

/** Runs an operator's command in a process of its own, over this server's folder. */
export async function operatorCommand(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  program = commandProgram(name),
): Promise<Ended> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [program, ...args], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}
