import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SERVER } from '#test/support/tested-programs.ts';

/** Long enough for a slow machine, short enough to fail inside a test's own time. */
const START_LIMIT_MS = 20_000;

/** Where the server's code lies compiled: half of a start is compiling. */
const COMPILED = join(process.cwd(), 'node_modules/.cache/server');
let isCodeKept = false;

export interface TestServer {
  readonly address: string;
  readonly folder: string;
  /** Everything that the server has said since the test began, over all its lives. */
  readonly said: () => string;
  /** What the server says first that fits the pattern; its first group, if it has one. */
  readonly hears: (pattern: RegExp) => Promise<string>;
  /** Ends the process at once (`SIGKILL`) or in good order (`SIGTERM`), waits until it is gone, and gives its exit code. */
  readonly stop: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  /** Begins it again on the same port and the same data. */
  readonly begin: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly remove: () => Promise<void>;
}

/** The real server in a process of its own, on a free port, with a data folder of its own. */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
  program = SERVER,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-e2e-'));
  let said = '';
  const listeners = new Set<() => void>();
  const launch = (port: string) =>
    launchServer([program, ...options], { HOST: 'localhost', ...environment, PORT: port, DATA_DIR: folder }, (text) => {
      said += text;
      for (const listener of listeners) listener();
    });

  let running = await launch('0');
  const { address } = running;
  const stop = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return running.child.exitCode;
    const gone = new Promise<number | null>((resolve) => running.child.once('exit', resolve));
    running.child.kill(signal);
    return gone;
  };
  return {
    address,
    folder,
    said: () => said,
    hears: (pattern) =>
      new Promise((resolve) => {
        const listen = () => {
          const match = pattern.exec(said);
          if (match === null) return;
          listeners.delete(listen);
          resolve(match[1] ?? match[0]);
        };
        listeners.add(listen);
        listen();
      }),
    stop,
    begin: async () => {
      running = await launch(new URL(address).port);
    },
    remove: async () => {
      // The first in good order, since only then its compiled code is kept for those that come after it.
      await stop(isCodeKept ? 'SIGKILL' : 'SIGTERM');
      isCodeKept = true;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Launched {
  readonly child: ChildProcess;
  readonly address: string;
}

/** The server is up when it has printed its address. */
function launchServer(
  command: readonly string[],
  environment: Record<string, string>,
  hear: (text: string) => void,
): Promise<Launched> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...environment },
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const giveUp = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server named no address within ${START_LIMIT_MS} ms. It said:\n${output}`));
    }, START_LIMIT_MS);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      hear(chunk.toString());
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (address === undefined) return;
      clearTimeout(giveUp);
      resolve({ child, address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(giveUp);
      reject(new Error(`The server ended with ${code} before it named its address. It said:\n${output}`));
    });
  });
}
