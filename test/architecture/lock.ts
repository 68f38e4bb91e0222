/** The parts of package.json and package-lock.json that the rules look at. */
export interface Manifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

export type Versions = Readonly<Record<string, string>>;

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Versions;
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

export function inexactVersions(manifest: Manifest): readonly string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} is "${version}", which is no exact version`);
}

/**
 * npm drops a package for another system without a word when a registry lacks it, and that system's `npm ci` then fails:
 * so every optional dependency of every package must have an entry of its own, with a version and a hash.
 */
export function missingFromLock(lock: Lock): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).flatMap((name) => {
      const found = lookUp(lock, path, name);
      if (found === undefined) return [`${path || 'package.json'} needs ${name}, and the lock file has none`];
      return found.version === undefined || found.integrity === undefined
        ? [`${name} is locked without version or hash`]
        : [];
    }),
  );
}

/** Looks where Node would: in the package's own node_modules, then in each one above. */
function lookUp(lock: Lock, path: string, name: string): LockedPackage | undefined {
  const found = lock.packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  if (found !== undefined || path === '') return found;
  const above = path.lastIndexOf('/node_modules/');
  return lookUp(lock, above < 0 ? '' : path.slice(0, above), name);
}
