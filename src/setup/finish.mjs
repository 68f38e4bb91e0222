import { spawn } from 'node:child_process';

import { ROOT, environmentWithTools } from './paths.mjs';

/**
 * @typedef {{ code: number, output: string, tookMs: number }} Finished
 * @typedef {{ env?: Record<string, string>, show?: 'live' | 'later' }} Options
 */

/**
 * Runs a program to its end and keeps what it said; `live` also shows it at once.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Finished>}
 */
export function finish(program, args, { env = {}, show = 'later' } = {}) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: ROOT,
      env: { ...environmentWithTools(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (show === 'live') process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
      if (show === 'live') process.stderr.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 127, output: String(error), tookMs: Date.now() - startedAt }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, tookMs: Date.now() - startedAt }));
  });
}
