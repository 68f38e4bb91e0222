import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { type Lock, type Manifest, inexactVersions, missingFromLock } from './lock.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

test('package.json names exact versions', () => {
  expect(Object.keys(manifest.dependencies ?? {})).not.toEqual([]);
  expect(inexactVersions(manifest)).toEqual([]);
});

test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.0.0'])(
  'the version "%s" is seen not to be exact',
  (version) => {
    expect(inexactVersions({ devDependencies: { some: version } })).toHaveLength(1);
  },
);

test('the lock file is complete for every platform', () => {
  const platformPackages = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(platformPackages.length).toBeGreaterThan(0);
  expect(missingFromLock(lock)).toEqual([]);
});

test('a platform package that npm dropped is seen', () => {
  const name = 'node_modules/@oxc-parser/binding-win32-x64-msvc';
  const { [name]: dropped, ...packages } = lock.packages;
  expect(dropped).toBeDefined();
  expect(missingFromLock({ packages })).toEqual([expect.stringContaining('binding-win32-x64-msvc')]);
});

test('a platform package without a hash is seen, and one that lies deeper is found', () => {
  const parent = { optionalDependencies: { deep: '1.0.0' } };
  const deep = { version: '1.0.0', integrity: 'sha512-x' };
  expect(
    missingFromLock({ packages: { 'node_modules/a': parent, 'node_modules/deep': { version: '1.0.0' } } }),
  ).toHaveLength(1);
  expect(missingFromLock({ packages: { 'node_modules/a': parent, 'node_modules/a/node_modules/deep': deep } })).toEqual(
    [],
  );
});
