import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { finish } from './finish.mjs';
import { INSTALLED, LOCK_FILE, PROJECT_NODE, ROOT, projectNode } from './paths.mjs';
import { stopWith } from './stop-with.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

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

/**
 * npm writes down what it installed as its last act, so an interrupted installation is seen as none. An optional package
 * may be absent unless it is made for this very system.
 */
export function isInstalled() {
  const installedList = join(INSTALLED, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = packagesOf(installedList);
  return Object.entries(packagesOf(LOCK_FILE)).every(([path, locked]) => {
    const present = installed[path];
    if (path === '') return true;
    if (present === undefined) return locked.optional === true && !isMadeForThisSystem(locked);
    return present.version === locked.version && present.integrity === locked.integrity;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Where a C library is named too we cannot tell, and npm may rightly have left the package out.
 * @param {LockedPackage} locked
 */
function isMadeForThisSystem({ os, cpu, libc }) {
  return libc === undefined && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
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
  const { code, output } = await finish(program, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code === 0 && isInstalled()) return;
  console.error(output.trimEnd());
  stopWith({ ...reasonOf(output), safe: 'No data was touched, and running the same command again is safe.' });
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

/** @type {readonly { seen: RegExp, happened: string, todo: string }[]} */
const KNOWN_REASONS = [
  {
    seen: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    happened: 'npm could not reach its registry, so the dependencies are not installed.',
    todo: 'Check the network (and `npm config get registry`, `npm config get proxy`), then run the same command again.',
  },
  {
    seen: /SELF_SIGNED|UNABLE_TO_VERIFY|CERT_/,
    happened: 'npm did not trust the certificate of its registry: something between may be answering in its place.',
    todo: 'Try another network, or name your own certificate in NODE_EXTRA_CA_CERTS, then run the same command again.',
  },
  {
    seen: /EINTEGRITY/,
    happened: 'A downloaded package is not the one that the lock file names.',
    todo: 'Run `npm cache clean --force`, then the same command again. If it stays so, do not install: ask.',
  },
  {
    seen: /ENOSPC/,
    happened: 'The disk is full: the dependencies need about 700 MB.',
    todo: 'Free some space, then run the same command again.',
  },
  {
    seen: /EACCES|EPERM/,
    happened: `npm may not write into ${INSTALLED}.`,
    todo: 'Make the folder writable for this user, then run the same command again.',
  },
  {
    seen: /EUSAGE/,
    happened: 'package.json and package-lock.json do not agree.',
    todo: 'Run `git checkout package.json package-lock.json`, or after changing a dependency `npm install --ignore-scripts`.',
  },
  {
    seen: /spawn npm.* ENOENT/,
    happened: 'npm was not found.',
    todo: 'Install npm (it comes with Node, https://nodejs.org), then run `npm start` in this folder.',
  },
];

/** @param {string} output */
function reasonOf(output) {
  const known = KNOWN_REASONS.find(({ seen }) => seen.test(output));
  if (known !== undefined) return { happened: known.happened, todo: known.todo };
  return {
    happened: 'npm could not install the dependencies; what it said is above.',
    todo: 'Run `npm ci --ignore-scripts` to see it in full.',
  };
}
