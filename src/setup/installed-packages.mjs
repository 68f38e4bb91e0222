/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 *
 * @typedef {Readonly<Record<string, LockedPackage>>} Packages
 * @typedef {{ readonly platform: string, readonly arch: string }} System
 */

/**
 * The places of packages that the lock file names and that are not installed as it says. An optional package may be
 * absent unless it is made for this very system.
 * @param {Packages} locked
 * @param {Packages} installed
 * @param {System} system
 * @returns {string[]}
 */
export function missingPackages(locked, installed, system) {
  return Object.entries(locked)
    .filter(([path]) => path !== '')
    .filter(([path, wanted]) => {
      const present = installed[path];
      if (present === undefined) return wanted.optional !== true || isMadeFor(system, wanted);
      return present.version !== wanted.version || present.integrity !== wanted.integrity;
    })
    .map(([path]) => path);
}

/**
 * Where a C library is named too we cannot tell, and npm may rightly have left the package out.
 * @param {System} system
 * @param {LockedPackage} wanted
 */
function isMadeFor({ platform, arch }, { os, cpu, libc }) {
  return libc === undefined && os?.includes(platform) === true && cpu?.includes(arch) === true;
}
