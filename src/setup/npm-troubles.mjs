import { INSTALLED } from './paths.mjs';

/** @type {readonly { seen: RegExp, happened: string, todo: string }[]} */
const KNOWN_TROUBLES = [
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

/**
 * What happened and what to do, out of what npm said.
 * @param {string} output
 * @returns {{ happened: string, todo: string }}
 */
export function troubleOf(output) {
  const known = KNOWN_TROUBLES.find(({ seen }) => seen.test(output));
  if (known !== undefined) return { happened: known.happened, todo: known.todo };
  return {
    happened: 'npm could not install the dependencies; what it said is above.',
    todo: 'Run `npm ci --ignore-scripts` to see it in full.',
  };
}
