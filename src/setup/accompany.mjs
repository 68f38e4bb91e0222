import { spawn } from 'node:child_process';
import { constants } from 'node:os';

import { ROOT, environmentWithTools } from './paths.mjs';

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} Signal */
/** @type {readonly Signal[]} */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const PARENT_CHECK_MS = 250;

/**
 * Runs long-lived programs beside each other. When one ends the others are asked to end, and the first one's exit code
 * is ours.
 * @param {readonly { program: string, args: readonly string[], env?: Record<string, string> }[]} programs
 * @returns {Promise<number>}
 */
export function accompany(programs) {
  return new Promise((resolve) => {
    const children = programs.map(({ program, args, env }) =>
      spawn(program, [...args], {
        cwd: ROOT,
        env: { ...environmentWithTools(), ...env },
        stdio: 'inherit',
        // A group of its own: Ctrl-C reaches the terminal's whole group, npm passes it on again, and a program that
        // hears it twice would cut its own orderly end short.
        detached: process.platform !== 'win32',
      }),
    );
    /** @param {Signal} signal */
    const tell = (signal) => children.forEach((child) => child.exitCode ?? child.kill(signal));
    for (const signal of PASSED_ON) onFirst(signal, () => tell(signal));
    onOrphaned(() => tell('SIGTERM'));

    /** @type {number | undefined} */
    let firstCode;
    let running = children.length;
    /** @param {number} code */
    const ended = (code) => {
      running -= 1;
      if (firstCode === undefined) {
        firstCode = code;
        tell('SIGTERM');
      }
      if (running === 0) resolve(firstCode);
    };
    for (const child of children) {
      child.on('error', (error) => {
        console.error(String(error));
        ended(127);
      });
      child.on('exit', (code, signal) => ended(code ?? 128 + (signal === null ? 1 : constants.signals[signal])));
    }
  });
}

/**
 * @param {Signal} signal
 * @param {() => void} act
 */
function onFirst(signal, act) {
  let heard = false;
  process.on(signal, () => {
    if (!heard) act();
    heard = true;
  });
}

/**
 * npm puts a shell between itself and us, and a shell that is told to end does not tell us: so we look whether it is
 * still there. Never keeps the process alive by itself.
 * @param {() => void} act
 */
function onOrphaned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, PARENT_CHECK_MS);
  timer.unref();
}
