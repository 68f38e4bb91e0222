import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { finish } from './finish.mjs';
import { missingPackages } from './installed-packages.mjs';
import { troubleOf } from './npm-troubles.mjs';
import { INSTALLED, LOCK_FILE, PROJECT_NODE, ROOT, projectNode } from './paths.mjs';
import { stopWith } from './stop-with.mjs';

/** Old warnings of packages about the system's Node, which will not run them, would only hide what matters. */
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Brings node_modules to what the lock file says, if it is not there already, and answers with the Node to go on with.
 * @returns {Promise<string>}
 */
export async function install() {
  if (!isInstalled()) await installFromLock();
  const node = projectNode();
  if (node === undefined) {
    stopWith({
      happened: `npm has no Node ${PROJECT_NODE} for this system (${process.platform}, ${process.arch}).`,
      safe: 'Everything else is installed, and no data was touched.',
      todo: `Install Node ${PROJECT_NODE} or newer yourself (https://nodejs.org) and run the same command again.`,
    });
  }
  return node;
}

/** npm writes down what it installed as its last act, so an interrupted installation is seen as none. */
function isInstalled() {
  const installedList = join(INSTALLED, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  return missingPackages(packagesOf(LOCK_FILE), packagesOf(installedList), process).length === 0;
}

/**
 * @param {string} path
 * @returns {import('./installed-packages.mjs').Packages}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

async function installFromLock() {
  if (process.platform === 'win32' && process.execPath.startsWith(INSTALLED)) {
    stopWith({
      happened: 'The dependencies have to be renewed, and Windows cannot replace the Node that is running this.',
      safe: 'Nothing was changed.',
      todo: `Run \`npm ci --ignore-scripts\` in ${ROOT}, then the same command again.`,
    });
  }
  console.log('Installing the dependencies from the lock file (once, about half a minute) ...');
  const [program, ...args] = npmCommand();
  const { code, output } = await finish(program, [...args, ...INSTALL]);
  if (code === 0 && isInstalled()) return;
  console.error(output.trimEnd());
  stopWith({ ...troubleOf(output), safe: 'No data was touched, and running the same command again is safe.' });
}

/**
 * The npm that started us, run by the Node that it runs on: node_modules may hold another Node first on PATH, which is
 * about to be replaced.
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const script = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'];
  if (script?.endsWith('.js') && node !== undefined && existsSync(node)) return [node, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
